package org.imprimatur.analyzer.encoder;

import java.io.ByteArrayOutputStream;

/** As much of protobuf as replacing tensors in a model needs. */
final class Protobuf {

    private static final int NUMBER = 0;
    private static final int BYTES = 2;

    private Protobuf() {}

    /** Hears of one field: where it starts, where its content does, and where both end. */
    interface Visitor {
        void field(int number, int start, int content, int end);
    }

    /** Goes through the fields of a message, none deeper. */
    static void fields(byte[] message, int from, int to, Visitor visitor) {
        int at = from;
        while (at < to) {
            long tag = number(message, at);
            int content = at + width(message, at);
            int end = content;
            switch ((int) tag & 7) {
                case NUMBER -> end += width(message, content);
                case 1 -> end += Long.BYTES;
                case BYTES -> {
                    int length = (int) number(message, content);
                    content += width(message, content);
                    end = content + length;
                }
                default -> end += Integer.BYTES;
            }
            visitor.field((int) (tag >>> 3), at, content, end);
            at = end;
        }
    }

    private static int width(byte[] message, int at) {
        int end = at;
        while (message[end] < 0) {
            end++;
        }
        return end + 1 - at;
    }

    private static long number(byte[] message, int at) {
        long value = 0;
        for (int i = width(message, at) - 1; i >= 0; i--) {
            value = (value << 7) | (message[at + i] & 127);
        }
        return value;
    }

    static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3 | NUMBER);
        varint(out, value);
    }

    static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, (long) field << 3 | BYTES);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 127) {
            out.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
