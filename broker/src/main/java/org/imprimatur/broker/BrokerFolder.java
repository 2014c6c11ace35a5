package org.imprimatur.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * The broker's folder, held by one process at a time: its lock, its cluster id, its properties and its log.
 *
 * <p>The operating system gives the lock back however the holder ends, so a killed run blocks nobody.
 */
final class BrokerFolder implements AutoCloseable {

    private static final long ENOUGH_BYTES = 256L << 20;
    private static final long LOG_BYTES = 8L << 20;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private BrokerFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Creates the folder where needed and holds it; refuses one that is unwritable, in use or on a full disk. */
    static BrokerFolder hold(Path folder) {
        create(folder);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    folder.resolve("in-use.lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new BrokerRefused("The folder " + folder
                        + " is in use by another running instance; stop that one or choose another folder.");
            }
            return new BrokerFolder(folder, channel, lock);
        } catch (IOException unwritable) {
            closeQuietly(channel);
            throw new BrokerRefused(
                    "The folder " + folder + " cannot be written; check its owner and permissions.", unwritable);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
        } catch (IOException unwritable) {
            throw new BrokerRefused(
                    "The folder " + folder + " cannot be created or written; check its owner and permissions.",
                    unwritable);
        }
        long free = folder.toFile().getUsableSpace();
        if (free < ENOUGH_BYTES) {
            throw new BrokerRefused("The disk of " + folder + " has only " + (free >> 20) + " MB left; "
                    + (ENOUGH_BYTES >> 20) + " MB are needed.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The id given to the cluster when its folder was new; it never changes, or Kafka would refuse its own data. */
    String clusterId() {
        Path file = folder.resolve("cluster-id");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String id = Uuid.randomUuid().toString();
            Path draft = Files.writeString(folder.resolve("cluster-id.new"), id);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return id;
        } catch (IOException unwritable) {
            throw new BrokerRefused("The folder " + folder + " cannot be written.", unwritable);
        }
    }

    Path writeProperties(int port, int controllerPort) {
        Path file = folder.resolve("server.properties");
        try {
            Files.writeString(file, ServerProperties.text(folder.resolve("data"), port, controllerPort));
            return file;
        } catch (IOException unwritable) {
            throw new BrokerRefused("The file " + file + " cannot be written.", unwritable);
        }
    }

    /** The file for the child's output; a long one is set aside first, and one that was set aside before is dropped. */
    Path log() {
        Path log = folder.resolve("broker.log");
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.move(log, folder.resolve("broker.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new BrokerRefused("The file " + log + " cannot be written.", unwritable);
        }
        return log;
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException alreadyGone) {
            // the channel's end releases it as well
        }
        closeQuietly(channel);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyGone) {
            // nothing was written through it
        }
    }
}
