package org.imprimatur.testkit.browser;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a browser test needs from the machine: found, or the sentence that says what is missing. */
sealed interface Toolchain {
    /** Must be the version of the Playwright client in the pom: the two speak a private protocol. */
    String DRIVER = "playwright-core@1.62.0";

    <T> T fold(Function<Ready, T> whenReady, Function<Missing, T> whenMissing);

    /** All there; {@code driverFolder} holds {@code package/cli.js}. */
    record Ready(Path chromium, Path node, Path driverFolder) implements Toolchain {
        @Override
        public <T> T fold(Function<Ready, T> whenReady, Function<Missing, T> whenMissing) {
            return whenReady.apply(this);
        }
    }

    /** Something is not there; the reason names it. */
    record Missing(String reason) implements Toolchain {
        @Override
        public <T> T fold(Function<Ready, T> whenReady, Function<Missing, T> whenMissing) {
            return whenMissing.apply(this);
        }
    }

    static Toolchain find(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        Optional<Path> chromium =
                onPath(path, "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> node = onPath(path, "node", "nodejs");
        if (chromium.isEmpty() || node.isEmpty()) {
            return new Missing("browser tests need chromium and node on the PATH; found chromium: "
                    + chromium.isPresent() + ", node: " + node.isPresent());
        }
        Path folder = Path.of("target", "playwright").toAbsolutePath();
        return installed(folder) || installOnce(path, folder)
                ? new Ready(chromium.get(), node.get(), folder)
                : new Missing("browser tests need " + DRIVER + ", and npm could not install it");
    }

    private static Optional<Path> onPath(String path, String... names) {
        return List.of(names).stream()
                .flatMap(
                        name -> List.of(path.split(File.pathSeparator)).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean installed(Path folder) {
        return Files.isRegularFile(folder.resolve("package/cli.js"));
    }

    /** The other test process of this module may be at it, so one waits for the other. */
    private static boolean installOnce(String path, Path folder) {
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                return held.isValid() && (installed(folder) || install(path, folder));
            }
        } catch (IOException broken) {
            return false;
        }
    }

    /** The driver alone, without a browser: {@code --ignore-scripts}, then the folder is named as the client asks. */
    private static boolean install(String path, Path folder) {
        Optional<Path> npm = onPath(path, "npm");
        if (npm.isEmpty()) {
            return false;
        }
        try {
            Process install = new ProcessBuilder(
                            npm.get().toString(),
                            "install",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--no-save",
                            "--prefix",
                            folder.toString(),
                            DRIVER)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            if (!install.waitFor(120, TimeUnit.SECONDS)) {
                install.destroyForcibly();
                return false;
            }
            if (install.exitValue() != 0) {
                return false;
            }
            Files.move(
                    folder.resolve("node_modules/playwright-core"),
                    folder.resolve("package"),
                    StandardCopyOption.ATOMIC_MOVE);
            return installed(folder);
        } catch (IOException broken) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
