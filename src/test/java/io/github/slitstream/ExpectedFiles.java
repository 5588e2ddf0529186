package io.github.slitstream;

/** What tests compare with and keep beside them or in the documentation, made by the program itself. */
public final class ExpectedFiles {
    /** Whether what the program makes now is taken as the right thing. */
    public static final boolean UPDATE = Boolean.getBoolean("slitstream.update");

    private ExpectedFiles() {}

    /** What to type to take what the program makes now; works in a fresh clone and while the test fails. */
    public static String command(Class<?> test) {
        return "mvn test -Dslitstream.update=true -Dtest=" + test.getSimpleName();
    }
}
