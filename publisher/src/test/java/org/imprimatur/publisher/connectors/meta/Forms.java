package org.imprimatur.publisher.connectors.meta;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what a form sent. */
final class Forms {
    private Forms() {}

    static Map<String, String> read(String body) {
        return Arrays.stream(body.split("&", -1))
                .filter(field -> field.contains("="))
                .collect(Collectors.toMap(
                        field -> field.substring(0, field.indexOf('=')),
                        field -> URLDecoder.decode(field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8)));
    }
}
