package org.imprimatur.ingest.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import org.imprimatur.ingest.intake.Picture;

/**
 * Keeps pictures as files {@code ab/abcd…} in a folder.
 *
 * <p>A file appears under its hash only after its bytes are on the disk, so a crash leaves whole files and perhaps a
 * temporary one ({@code *.part}), which may be deleted while nothing runs.
 */
public final class FolderMediaStore implements MediaStore {
    private final Path folder;

    /** Uses the folder, which is created when it is missing. */
    public FolderMediaStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for pictures can't be created: " + folder, e);
        }
    }

    @Override
    public boolean put(Upload upload) throws IOException {
        Path target = file(upload.hash());
        if (Files.exists(target)) {
            return false;
        }
        Path shelf = Files.createDirectories(folder.resolve(upload.hash().substring(0, 2)));
        Path part = Files.createTempFile(shelf, upload.hash(), ".part");
        try {
            write(part, upload.bytes());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        sync(shelf);
        sync(folder);
        return true;
    }

    @Override
    public Optional<byte[]> find(String hash) throws IOException {
        if (!Picture.isHash(hash)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<MediaType> type(String hash) throws IOException {
        if (!Picture.isHash(hash)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file(hash))) {
            return MediaType.of(bytes.readNBytes(MediaType.LONGEST_SIGNATURE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(String hash) throws IOException {
        if (!Picture.isHash(hash)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.size(file(hash)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** A rename is durable only when the folder is; systems that can't open a folder as a file keep it so anyway. */
    private static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
