package org.imprimatur.analyzer.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {

    @TempDir
    private Path folder;

    @Test
    void faultsOfTheFormAndOfTheRulesAreNamedTogether() throws IOException {
        List<PolicyFault> faults = faults("""
                name: house
                version: 1
                author: somebody
                rules:
                  - id: one
                    titel: misspelt
                    title: A rule
                    reason: COWORKER
                    when: findings.filter(f, f.kind == NOBODY)
                    action: HOLD
                    severity: LOW
                    message: Look again.
                """);

        assertThat(faults).extracting(PolicyFault::where).containsExactly("policy", "one", "one");
    }

    @Test
    void everyFaultNamesItsLine() throws IOException {
        assertThat(faults("""
                # of the house
                name: house
                rules:
                  - id: one
                    titel: misspelt
                    reason: COWORKER
                    when: >
                      findings.filter(f,
                        f.kind == NOBODY)
                    action: SHRUG
                    severity: LOW
                    message: Look again.
                """))
                .extracting(PolicyFault::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("line 5, one: has no field 'titel'; there are action, "),
                        fault -> assertThat(fault).isEqualTo("policy: needs a version"),
                        fault -> assertThat(fault).isEqualTo("line 4, one: needs a title"),
                        fault -> assertThat(fault).startsWith("line 10, one: action 'SHRUG' is unknown; use one of"),
                        fault -> assertThat(fault)
                                .startsWith("line 7, one: expression: ")
                                .contains("NOBODY"));
        assertThat(faults("name: house\nrules: [\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isPositive());
    }

    @Test
    void whatIsWrittenFromRulesReadsAsTheSameRules() throws IOException {
        PolicyText ours = PolicyFile.healthcareUs().text();

        PolicyFile again = PolicyFile.of(PolicyFile.written(ours));

        assertThat(again.faults()).isEmpty();
        assertThat(again.text().label()).isEqualTo(ours.label());
        assertThat(again.text().rules()).isEqualTo(ours.rules());
    }

    @Test
    void aFieldThatIsGivenTwiceIsAFault() throws IOException {
        assertThat(faults("name: house\nname: other\n")).isNotEmpty();
    }

    @Test
    void whatIsNotYamlIsAFault() throws IOException {
        assertThat(faults("rules: [")).isNotEmpty();
    }

    private List<PolicyFault> faults(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("pack.yaml"), yaml);
        return Policies.read(PolicyFile.read(file)).fold(policy -> List.of(), faults -> List.copyOf(faults));
    }
}
