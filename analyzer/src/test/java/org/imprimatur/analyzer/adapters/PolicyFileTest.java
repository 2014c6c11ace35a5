package org.imprimatur.analyzer.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imprimatur.analyzer.policy.PolicyFault;
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
