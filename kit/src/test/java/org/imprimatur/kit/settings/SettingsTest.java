package org.imprimatur.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSetHasItsFallback() {
        Settings settings = Settings.of(new String[0], Map.of());

        assertThat(settings.text("kafka.bootstrap", "localhost:9092")).isEqualTo("localhost:9092");
        assertThat(settings.text("kafka.bootstrap")).isEmpty();
        assertThat(settings.number("threads", 2, 1, 8)).isEqualTo(2);
        assertThat(settings.port("http.port", 8080)).isEqualTo(8080);
        assertThat(settings.path("folder", "data")).isEqualTo(Path.of("data"));
        assertThat(settings.uri("registry", "http://localhost:8081")).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(settings.duration("wait", Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.secret("password")).isEmpty();
        assertThat(settings.complete(() -> "built")).isEqualTo("built");
    }

    @Test
    void aFlagWithAnEqualsSignIsRead() {
        Settings settings = Settings.of(new String[] {"--kafka.bootstrap=one:1"}, Map.of());

        assertThat(settings.text("kafka.bootstrap")).contains("one:1");
    }

    @Test
    void aFlagWithItsValueApartIsRead() {
        Settings settings = Settings.of(new String[] {"--kafka.bootstrap", "one:1"}, Map.of());

        assertThat(settings.text("kafka.bootstrap")).contains("one:1");
    }

    @Test
    void theEnvironmentIsReadInCapitals() {
        Settings settings = Settings.of(new String[0], Map.of("IMPRIMATUR_HTTP_MAX_REQUEST_BYTES", "4096"));

        assertThat(settings.number("http.max-request-bytes", 1, 1, 9999)).isEqualTo(4096);
    }

    @Test
    void theFileIsReadNestedAndFlat() throws IOException {
        Path file = write("kafka:\n  bootstrap: one:1\nhttp.port: 9000\n");
        Settings settings = Settings.of(new String[] {"--config", file.toString()}, Map.of());

        assertThat(settings.text("kafka.bootstrap")).contains("one:1");
        assertThat(settings.port("http.port", 1)).isEqualTo(9000);
        assertThat(settings.complete(() -> "built")).isEqualTo("built");
    }

    @Test
    void theFileMayBeNamedByTheEnvironment() throws IOException {
        Path file = write("http.port: 9000\n");

        Settings settings = Settings.of(new String[0], Map.of("IMPRIMATUR_CONFIG", file.toString()));

        assertThat(settings.port("http.port", 1)).isEqualTo(9000);
    }

    @Test
    void aFlagWinsOverTheEnvironmentAndTheEnvironmentOverTheFile() throws IOException {
        Path file = write("one: file\ntwo: file\nthree: file\n");
        Settings settings = Settings.of(
                new String[] {"--config=" + file, "--one=flag"},
                Map.of("IMPRIMATUR_ONE", "environment", "IMPRIMATUR_TWO", "environment"));

        assertThat(settings.text("one")).contains("flag");
        assertThat(settings.text("two")).contains("environment");
        assertThat(settings.text("three")).contains("file");
    }

    @Test
    void aBlankValueCountsAsAbsent() {
        Settings settings = Settings.of(new String[0], Map.of("IMPRIMATUR_PASSWORD", " "));

        assertThat(settings.secret("password")).isEmpty();
    }

    @Test
    void allFaultsAreReportedTogether() throws IOException {
        Path file = write("typo: 1\nlist: [1, 2]\n");
        Settings settings = Settings.of(
                new String[] {"--config=" + file, "--http.port=eighty", "--wait=soon", "--nonsense=1", "stray"},
                Map.of("IMPRIMATUR_REGISTRY", "no uri"));

        SettingsFault fault = fault(settings, read -> {
            read.port("http.port", 8080);
            read.duration("wait", Duration.ZERO);
            read.uri("registry", "http://localhost");
            return "built";
        });

        assertThat(fault.faults())
                .containsExactlyInAnyOrder(
                        "argument 5: is not a flag; flags look like --key=value",
                        "list: is a list in the configuration file, but one value is expected",
                        "http.port: 'eighty' is not a whole number from 0 to 65535 (flag --http.port)",
                        "wait: 'soon' is not a length of time such as 250ms, 30s, 5m, 12h or 2d (flag --wait)",
                        "registry: is not a URI with a scheme (environment IMPRIMATUR_REGISTRY)",
                        "--nonsense: there is no such flag; there are [config, http.port, registry, wait]",
                        "typo: the configuration file has it, but nothing reads it");
        assertThat(fault).hasMessageStartingWith("These settings are wrong:\n  - ");
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "ten", "1.5", "99999999999"})
    void aNumberOutsideItsBoundsIsRefused(String value) {
        Settings settings = Settings.of(Map.of("threads", value));

        assertThat(fault(settings, read -> read.number("threads", 2, 1, 8)).faults())
                .singleElement()
                .asString()
                .startsWith("threads: '" + value + "' is not a whole number from 1 to 8");
    }

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "30s,PT30S", "5 m,PT5M", "12H,PT12H", "2d,PT48H", "PT1.5S,PT1.5S", "0s,PT0S"})
    void aLengthOfTimeIsReadAsPeopleWriteIt(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"-5s", "PT-5S", "5", "s", "5 weeks", "9999999999999s"})
    void anythingElseIsNoLengthOfTime(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void aChoiceIsReadByItsWord() {
        assertThat(Settings.of(Map.of("grade", "very-good")).choice("grade", Grade.GOOD))
                .isEqualTo(Grade.VERY_GOOD);
        assertThat(Settings.of(Map.of()).choice("grade", Grade.GOOD)).isEqualTo(Grade.GOOD);
    }

    @Test
    void anUnknownChoiceIsRefusedWithTheKnownOnes() {
        Settings settings = Settings.of(Map.of("grade", "bad"));

        assertThat(fault(settings, read -> read.choice("grade", Grade.GOOD)).faults())
                .containsExactly("grade: 'bad' is not one of [good, very-good] (flag --grade)");
    }

    private enum Grade {
        GOOD,
        VERY_GOOD
    }

    @Test
    void aFlagGivenTwiceOrWithoutValueIsAFault() {
        Settings settings = Settings.of(new String[] {"--one=1", "--one=2", "--two", "--three"}, Map.of());

        assertThat(fault(settings, read -> read.text("one")).faults())
                .contains("--one: is given twice", "--two: has no value", "--three: has no value");
    }

    @Test
    void aMissingFileIsAFault() {
        Path missing = folder.resolve("missing.yaml");
        Settings settings = Settings.of(new String[] {"--config=" + missing}, Map.of());

        assertThat(fault(settings, read -> "built").faults())
                .containsExactly("config: there is no readable file " + missing);
    }

    @Test
    void aFileThatIsNotYamlIsAFaultWithItsLineAndWithoutItsContent() throws IOException {
        Path file = write("one: 1\npassword: [hunter2\n");
        Settings settings = Settings.of(new String[] {"--config=" + file}, Map.of());

        assertThat(fault(settings, read -> "built"))
                .hasMessageContaining("is not YAML that can be read, see line")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileWithoutKeysIsAFault() throws IOException {
        Path file = write("just words\n");
        Settings settings = Settings.of(new String[] {"--config=" + file}, Map.of());

        assertThat(fault(settings, read -> "built").faults())
                .containsExactly("config: " + file + " does not hold keys and values");
    }

    @Test
    void aKeyThatStandsTwiceInTheFileIsAFault() throws IOException {
        Path file = write("kafka.bootstrap: one\nkafka:\n  bootstrap: two\n");
        Settings settings = Settings.of(new String[] {"--config=" + file}, Map.of());

        assertThat(fault(settings, read -> read.text("kafka.bootstrap")).faults())
                .containsExactly("kafka.bootstrap: stands twice in the configuration file");
    }

    @Test
    void anEmptyFileIsNoFault() throws IOException {
        Settings settings = Settings.of(new String[] {"--config=" + write("")}, Map.of());

        assertThat(settings.complete(() -> "built")).isEqualTo("built");
    }

    @Test
    void aRefusalOfWhatIsBuiltIsAFault() {
        Settings settings = Settings.of(Map.of());

        assertThat(fault(settings, read -> {
                    throw new IllegalArgumentException("a folder is needed");
                }))
                .hasMessage("This setting is wrong: a folder is needed");
    }

    @Test
    void anUnknownVariableOfTheEnvironmentIsNoFaultBecauseProgramsShareOne() {
        Settings settings = Settings.of(new String[0], Map.of("IMPRIMATUR_OTHERS", "1"));

        assertThat(settings.complete(() -> "built")).isEqualTo("built");
    }

    @Test
    void onlyTheOutermostCompletionJudgesWhatNobodyAskedFor() {
        Settings settings = Settings.of(Map.of("one", "1", "two", "2"));

        String built = settings.complete(() ->
                settings.complete(() -> settings.text("one", "")) + settings.complete(() -> settings.text("two", "")));

        assertThat(built).isEqualTo("12");
    }

    @Test
    void aSecretIsMaskedWhereverItIsPrinted() {
        Settings settings = Settings.of(new String[] {"--password=hunter2"}, Map.of("IMPRIMATUR_OTHER", "hunter2"));

        Optional<Secret> secret = settings.secret("password");

        assertThat(secret).hasToString("Optional[****]");
        assertThat(secret.map(Secret::reveal)).contains("hunter2");
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void aFaultyUriIsNotRepeatedBecauseItMayHoldAPassword() {
        Settings settings = Settings.of(Map.of("registry", "//user:hunter2@host/"));

        assertThat(fault(settings, read -> read.uri("registry", "http://localhost")))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void secretsAreEqualWhenTheirValuesAre() {
        assertThat(Secret.of("one")).isEqualTo(Secret.of("one")).isNotEqualTo(Secret.of("two"));
        assertThat(Secret.of("one")).hasSameHashCodeAs(Secret.of("one"));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }

    private static SettingsFault fault(Settings settings, Function<Settings, Object> read) {
        SettingsFault fault =
                catchThrowableOfType(SettingsFault.class, () -> settings.complete(() -> read.apply(settings)));
        assertThat(fault).isNotNull();
        return fault;
    }
}
