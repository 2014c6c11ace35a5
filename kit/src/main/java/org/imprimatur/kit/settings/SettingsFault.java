package org.imprimatur.kit.settings;

import java.util.List;

/** Says in one message everything that is wrong with the settings, so that one look repairs all of it. */
public final class SettingsFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    SettingsFault(List<String> faults) {
        super(
                faults.size() == 1
                        ? "This setting is wrong: " + faults.get(0)
                        : "These settings are wrong:\n  - " + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence a fault, each beginning with its key. */
    public List<String> faults() {
        return faults;
    }
}
