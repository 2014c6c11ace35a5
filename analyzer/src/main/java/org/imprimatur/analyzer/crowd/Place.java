package org.imprimatur.analyzer.crowd;

/**
 * Where somebody lives, as far as told: a town or county of the organization's profile, or a state.
 *
 * @param people how many live there
 */
public record Place(String name, long people) {

    public Place {
        if (name.isBlank() || people < 1) {
            throw new IllegalArgumentException("a place has a name and people");
        }
    }
}
