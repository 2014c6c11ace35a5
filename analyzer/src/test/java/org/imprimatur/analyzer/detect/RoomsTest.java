package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;
import static org.imprimatur.analyzer.detect.Samples.reply;

import org.junit.jupiter.api.Test;

class RoomsTest {
    @Test
    void aRoomOfSomebodyIsFound() {
        assertThat(kinds(new Rooms(), reply("He is in room 214, come by"))).isNotEmpty();
    }

    @Test
    void aRoomOfAClassPasses() {
        assertThat(kinds(new Rooms(), post("CPR class in room 214, register now")))
                .isEmpty();
    }
}
