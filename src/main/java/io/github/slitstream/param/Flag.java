package io.github.slitstream.param;

import java.util.Locale;

/** Something that is on or off. */
public record Flag(String id, String label, String doc, Boolean defaultValue) implements Parameter<Boolean> {

    public Flag {
        Check.words(id, label, doc);
    }

    public static Flag of(String id, String label, boolean defaultValue, String doc) {
        return new Flag(id, label, doc, defaultValue);
    }

    @Override
    public Flag within(String path) {
        return new Flag(Path.id(path, id), Path.label(path, label), doc, defaultValue);
    }

    @Override
    public String allowed() {
        return "true or false";
    }

    @Override
    public Boolean parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw BadValue.of(this, text);
        };
    }

    @Override
    public String format(Boolean value) {
        return value.toString();
    }

    @Override
    public Boolean check(Boolean value) {
        return value;
    }

    @Override
    public Boolean near(Object value) {
        return value instanceof Boolean on ? on : defaultValue;
    }
}
