package org.imprimatur.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which pictures a platform takes with a text.
 *
 * @param least 1 where a post without a picture is none
 * @param most in one post
 * @param types the largest size in bytes by media type; what is not named is not taken
 * @param altText whether a picture needs a description, may have one, or loses it
 * @param longestAltText in UTF-16 units; 0 where none is taken
 * @param byPublicAddress whether the platform fetches pictures itself from an address that everybody can reach
 */
public record MediaLimit(
        int least, int most, Map<String, Long> types, AltText altText, int longestAltText, boolean byPublicAddress) {
    public MediaLimit {
        types = Map.copyOf(types);
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("pictures: at least " + least + ", at most " + most);
        }
    }

    /** What a platform does with the description of a picture. */
    public enum AltText {
        REQUIRED,
        TAKEN,
        /** The platform has no place for it, so it would get lost. */
        LOST
    }

    /** The same with another number of pictures, where an instance says so. */
    public MediaLimit withMost(int other) {
        return new MediaLimit(least, other, types, altText, longestAltText, byPublicAddress);
    }

    List<String> faults(String platform, List<Attachment> media) {
        List<String> faults = new ArrayList<>();
        if (media.size() < least) {
            faults.add(platform + " takes no post without a picture");
        }
        if (media.size() > most) {
            faults.add("the post has " + media.size() + " pictures, and " + platform + " takes " + most);
        }
        for (int at = 0; at < media.size(); at++) {
            faults.addAll(faults(platform, "picture " + (at + 1), media.get(at)));
        }
        return faults;
    }

    private List<String> faults(String platform, String name, Attachment picture) {
        List<String> faults = new ArrayList<>();
        Long largest = types.get(picture.mediaType());
        if (largest == null) {
            faults.add(name + " is " + picture.mediaType() + ", which " + platform + " does not take");
        } else if (picture.bytes().orElse(0) > largest) {
            faults.add(name + " has " + picture.bytes().orElse(0) + " bytes, and " + platform + " takes " + largest);
        }
        if (altText == AltText.REQUIRED && picture.altText().isBlank()) {
            faults.add(name + " needs a description (alt text) for " + platform);
        }
        if (picture.altText().length() > longestAltText) {
            faults.add("the description (alt text) of " + name + " has "
                    + picture.altText().length() + " characters, and " + platform + " takes " + longestAltText);
        }
        return faults;
    }
}
