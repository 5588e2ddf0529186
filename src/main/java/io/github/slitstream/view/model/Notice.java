package io.github.slitstream.view.model;

import org.jspecify.annotations.Nullable;

/**
 * One line for the banner.
 *
 * @param text one sentence
 * @param detail what can be copied from it, such as the path of a file that was written; or empty
 * @param offer what can be done about it; null for nothing
 */
public record Notice(Kind kind, String text, String detail, @Nullable Offer offer) {
    /** How much it matters; what is wrong stays until it is solved or dismissed. */
    public enum Kind {
        NEWS, DONE, WARNING, FAILURE
    }

    /**
     * Something to do, on a button.
     *
     * @param label in a word or two
     */
    public record Offer(String label, Runnable action) {}

    /** A sentence without anything to do about it. */
    public Notice(Kind kind, String text, String detail) {
        this(kind, text, detail, null);
    }

    /** News with a button. */
    public static Notice offer(String text, String label, Runnable action) {
        return new Notice(Kind.NEWS, text, "", new Offer(label, action));
    }

    public static Notice news(String text) {
        return new Notice(Kind.NEWS, text, "");
    }

    public static Notice done(String text, String path) {
        return new Notice(Kind.DONE, text, path);
    }

    public static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, "");
    }

    public static Notice failure(String text) {
        return new Notice(Kind.FAILURE, text, "");
    }

    public boolean isTransient() {
        return kind == Kind.NEWS || kind == Kind.DONE;
    }
}
