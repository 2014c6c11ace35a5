package org.imprimatur.analyzer.wire;

import java.util.Optional;
import org.imprimatur.analyzer.crowd.AgeBand;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.crowd.Place;
import org.imprimatur.analyzer.crowd.Portrait;
import org.imprimatur.analyzer.crowd.Sex;
import org.imprimatur.schemas.avro.Told;

/** What published posts told, as the topic {@code posts.told} keeps it. */
final class Tellings {

    private Tellings() {}

    static Told told(Earlier earlier) {
        Portrait portrait = earlier.portrait();
        return Told.newBuilder()
                .setAccount(earlier.account())
                .setPostId(earlier.postId())
                .setReleasedAt(earlier.releasedAt())
                .setAgeFrom(portrait.ages().map(AgeBand::from).orElse(null))
                .setAgeTo(portrait.ages().map(AgeBand::to).orElse(null))
                .setSex(portrait.sex().map(Sex::name).orElse(null))
                .setPlace(portrait.place().map(Place::name).orElse(null))
                .setPeople(portrait.place().map(Place::people).orElse(null))
                .setTraits(portrait.traitKeys())
                .setDays(portrait.days())
                .setAlone(portrait.alone())
                .setMoreIsTold(portrait.moreIsTold())
                .build();
    }

    /** Traits that today's table does not know any more are left out. */
    static Earlier earlier(Told told) {
        Integer from = told.getAgeFrom();
        Integer to = told.getAgeTo();
        String place = told.getPlace();
        Long people = told.getPeople();
        Portrait portrait = new Portrait(
                from == null || to == null ? Optional.empty() : Optional.of(new AgeBand(from, to)),
                Optional.ofNullable(told.getSex()).map(Sex::valueOf),
                place == null || people == null ? Optional.empty() : Optional.of(new Place(place, people)),
                Portrait.traits(told.getTraits()),
                told.getDays(),
                told.getAlone(),
                told.getMoreIsTold());
        return new Earlier(told.getAccount(), told.getPostId(), told.getReleasedAt(), portrait);
    }
}
