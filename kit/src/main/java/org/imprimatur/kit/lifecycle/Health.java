package org.imprimatur.kit.lifecycle;

/** How a part of a program is: up, starting, or down, with a sentence that a person can act on. */
public sealed interface Health {

    record Up() implements Health {
        @Override
        public String status() {
            return "up";
        }

        @Override
        public String detail() {
            return "";
        }
    }

    record Starting(String detail) implements Health {
        @Override
        public String status() {
            return "starting";
        }
    }

    record Down(String detail) implements Health {
        @Override
        public String status() {
            return "down";
        }
    }

    static Health up() {
        return new Up();
    }

    static Health starting(String detail) {
        return new Starting(detail);
    }

    static Health down(String detail) {
        return new Down(detail);
    }

    /** One of {@code up}, {@code starting}, {@code down}. */
    String status();

    /** Empty when up; never draft text, names or secrets, because anyone may read it. */
    String detail();

    default boolean isUp() {
        return this instanceof Up;
    }
}
