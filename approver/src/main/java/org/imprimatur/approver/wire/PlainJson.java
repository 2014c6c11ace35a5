package org.imprimatur.approver.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Records of the topics as JSON that a person can read, and back: one member a field, named as in the contract; moments
 * in ISO-8601, absent values {@code null}, of several kinds of record the kind as the one member's name.
 */
final class PlainJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlainJson() {}

    static ObjectNode of(IndexedRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), node(field.schema(), record.get(field.pos())));
        }
        return object;
    }

    private static JsonNode node(Schema schema, @Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        return switch (schema.getType()) {
            case UNION -> ofOne(schema, value);
            case RECORD -> of((IndexedRecord) value);
            case ARRAY -> {
                ArrayNode array = JSON.arrayNode();
                ((List<?>) value).forEach(element -> array.add(node(schema.getElementType(), element)));
                yield array;
            }
            case MAP -> {
                ObjectNode object = JSON.objectNode();
                ((Map<?, ?>) value)
                        .forEach((key, element) -> object.set(key.toString(), node(schema.getValueType(), element)));
                yield object;
            }
            case INT, LONG ->
                value instanceof Number number ? JSON.numberNode(number.longValue()) : JSON.textNode(value.toString());
            case FLOAT, DOUBLE -> JSON.numberNode(((Number) value).doubleValue());
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            default -> JSON.textNode(value.toString());
        };
    }

    private static JsonNode ofOne(Schema union, Object value) {
        Schema branch = union.getTypes().get(SpecificData.get().resolveUnion(union, value));
        JsonNode node = node(branch, value);
        boolean severalRecords = union.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .count()
                > 1;
        return severalRecords ? JSON.objectNode().set(branch.getName(), node) : node;
    }

    /**
     * Reads what {@link #of} wrote; a member that is not there has the contract's default.
     *
     * @param kind a record without unions of several kinds
     * @throws IllegalArgumentException names the member that is not as in the contract, without its value
     */
    static <R extends IndexedRecord> R read(JsonNode node, Class<R> kind) {
        Schema schema = SpecificData.get().getSchema(kind);
        return kind.cast(record(schema, node, "the line"));
    }

    private static Object record(Schema schema, JsonNode node, String where) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " is no JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (schema.getField(name) == null) {
                throw new IllegalArgumentException(where + " has the unknown member " + name);
            }
        });
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode member = node.get(field.name());
            record.put(field.pos(), member == null ? absent(field) : value(field.schema(), member, field.name()));
        }
        return record;
    }

    private static @Nullable Object absent(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            throw new IllegalArgumentException(field.name() + " is missing");
        }
        return SpecificData.get().getDefaultValue(field);
    }

    private static @Nullable Object value(Schema schema, JsonNode node, String where) {
        return switch (schema.getType()) {
            case UNION -> node.isNull() ? null : value(present(schema), node, where);
            case RECORD -> record(schema, node, where);
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                require(node.isArray(), where);
                node.forEach(element -> list.add(value(schema.getElementType(), element, where)));
                yield list;
            }
            case MAP -> {
                Map<String, @Nullable Object> map = new HashMap<>();
                require(node.isObject(), where);
                node.properties()
                        .forEach(entry ->
                                map.put(entry.getKey(), value(schema.getValueType(), entry.getValue(), where)));
                yield map;
            }
            case ENUM -> {
                require(node.isTextual() && schema.hasEnumSymbol(node.textValue()), where);
                yield SpecificData.get().createEnum(node.textValue(), schema);
            }
            case STRING -> {
                require(node.isTextual(), where);
                yield node.textValue();
            }
            case BOOLEAN -> {
                require(node.isBoolean(), where);
                yield node.booleanValue();
            }
            case INT -> schema.getLogicalType() == null ? whole(node, where).intValue() : day(node, where);
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? moment(node, where)
                        : whole(node, where);
            case DOUBLE -> {
                require(node.isNumber(), where);
                yield node.doubleValue();
            }
            default -> throw new IllegalArgumentException(where + " can't be read back");
        };
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static Long whole(JsonNode node, String where) {
        require(node.isIntegralNumber(), where);
        return node.longValue();
    }

    private static Instant moment(JsonNode node, String where) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException(where + " is no moment", other);
        }
    }

    private static LocalDate day(JsonNode node, String where) {
        try {
            return LocalDate.parse(node.asText());
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException(where + " is no day", other);
        }
    }

    private static void require(boolean asInTheContract, String where) {
        if (!asInTheContract) {
            throw new IllegalArgumentException(where + " is not of the kind in the contract");
        }
    }
}
