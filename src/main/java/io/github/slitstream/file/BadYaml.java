package io.github.slitstream.file;

import java.io.IOException;

/** A text that is no YAML, or more than is read. The message is one line without the file's name. */
public final class BadYaml extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line where, from 1 on */
    BadYaml(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /** Where it stands, from 1 on. */
    public int line() {
        return line;
    }

    /** What is wrong, and what is allowed. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
