package io.github.slitstream.view.model;

/**
 * One line for the banner.
 *
 * @param text one sentence
 * @param detail what can be copied from it, such as the path of a file that was written; or empty
 */
public record Notice(Kind kind, String text, String detail) {
    /** How much it matters; what is wrong stays until it is solved or dismissed. */
    public enum Kind {
        NEWS, DONE, WARNING, FAILURE
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
