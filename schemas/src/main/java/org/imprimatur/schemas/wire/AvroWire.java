package org.imprimatur.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.imprimatur.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** Our own small writer and reader of Confluent's wire format. */
final class AvroWire implements Wire {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private final SchemaRegistry registry;

    AvroWire(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** Makes this implementation known as {@value Wire#OURS}. */
    static final class OurProvider implements Provider {

        @Override
        public String kind() {
            return OURS;
        }

        @Override
        public Wire open(URI registry) {
            return new AvroWire(new HttpRegistry(registry));
        }
    }

    @Override
    public <V extends SpecificRecord> Serde<V> serde(Topic<V> topic) {
        SpecificData model = SpecificData.getForClass(topic.valueType());
        Schema schema = model.getSchema(topic.valueType());
        SpecificDatumWriter<V> writer = new SpecificDatumWriter<>(schema, model);
        String subject = topic.name() + "-value";
        return Serdes.serdeFrom(
                (name, value) -> value == null ? null : write(registry.register(subject, schema), writer, value),
                (name, bytes) -> bytes == null ? null : read(topic, schema, model, bytes));
    }

    private static <V> byte[] write(int id, SpecificDatumWriter<V> writer, V value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (AvroRuntimeException | ClassCastException | NullPointerException unfit) {
            throw new SerializationException("a " + value.getClass().getSimpleName() + " does not fit its schema: "
                    + unfit.getClass().getSimpleName());
        }
        return bytes.toByteArray();
    }

    private <V extends SpecificRecord> V read(Topic<V> topic, Schema schema, SpecificData model, byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new SerializationException("a value on " + topic.name() + " is not in Confluent's wire format");
        }
        Schema writer = registry.byId(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
        SpecificDatumReader<V> reader = new SpecificDatumReader<>(writer, schema, model);
        try {
            @Nullable
            V value = reader.read(
                    null, DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null));
            return topic.valueType().cast(value);
        } catch (IOException | RuntimeException unreadable) {
            throw new SerializationException("a value on " + topic.name() + " does not follow the schema it names: "
                    + unreadable.getClass().getSimpleName());
        }
    }
}
