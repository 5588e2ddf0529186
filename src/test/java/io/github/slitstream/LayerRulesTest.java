package io.github.slitstream;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.Timer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class LayerRulesTest {
    private static final String ROOT = "io.github.slitstream.";
    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.slitstream");
    }

    @Test
    void framesAndParametersAreTheGroundFloor() {
        mayKnow("frame").because("pictures mean the same to everyone").check(classes);
        mayKnow("param").because("declarations mean the same to everyone").check(classes);
        mayKnow("file").because("a file is read and takes its place whatever is in it").check(classes);
        mayKnow("fault", "param").because("whatever is thrown is said in the same way").check(classes);
    }

    @Test
    void arraysKnowOnlyTheFilesTheyLieIn() {
        mayKnow("array", "file").because("numbers mean the same to everyone").check(classes);
    }

    @Test
    void toolsOnArraysKnowNoPictures() {
        mayKnow("lab", "param", "file", "array", "kernel").because("they run where there is nothing to see")
                .check(classes);
    }

    @Test
    void arithmeticAndEffectsKnowOnlyWhatLiesBelowThem() {
        mayKnow("kernel", "frame").because("kernels are arithmetic on pixels").check(classes);
        ArchRuleDefinition.noClasses().that().resideInAPackage("io.github.slitstream.kernel").should()
                .dependOnClassesThat().resideInAPackage("io.github.slitstream.kernel.matrix..")
                .because("a picture is no matrix of cameras").check(classes);
        mayKnow("pattern", "frame", "param", "kernel").because("a pattern only fills delay maps").check(classes);
        mayKnow("effect", "frame", "param", "array", "kernel", "pattern")
                .because("an effect is the same live and offline")
                .check(classes);
        mayKnow("preset", "frame", "param", "file", "pattern", "effect").because("a look is a value, it does not run")
                .check(classes);
    }

    @Test
    void rigsKnowArithmeticAndArrays() {
        mayKnow("rig", "frame", "param", "kernel", "array")
                .because("the videos of its cameras come in through the ports of frame").check(classes);
    }

    @Test
    void engineRunsWithoutKnowingWhereFramesComeFromAndGo() {
        mayKnow("engine", "frame", "param", "fault", "kernel", "pattern", "effect", "preset")
                .because("sources and sinks come in through the ports of frame").check(classes);
    }

    @Test
    void mediaKnowsOnlyTheFramesItBringsAndTakes() {
        mayKnow("media", "frame", "file").because("another media library should replace one package").check(classes);
    }

    @Test
    void viewKnowsNoMedia() {
        mayKnow("view", "frame", "param", "file", "fault", "kernel", "pattern", "effect", "preset", "engine", "rig")
                .because("the window is tested without cameras and codecs, and a rig is only numbers").check(classes);
    }

    @Test
    void theLiveMeterPlaysTheWindow() {
        mayKnow("live", "file", "frame", "fault", "kernel", "preset", "engine", "view")
                .because("sources and sinks come in through the ports of frame").check(classes);
    }

    @Test
    void theProgramRunsWithoutTheBench() {
        onlyIn("io.github.slitstream.bench..", "bench").because("its jar may be missing").check(classes);
        onlyIn("io.github.slitstream.cli..", "cli", "bench.cli").because("nothing else is a command").check(classes);
        mayKnow("bench.peer", "frame", "media", "bench").because("peers are compared with us, not made of us")
                .check(classes);
    }

    @Test
    void librariesStayInTheirRooms() {
        onlyIn("javafx..", "view", "bench.view")
                .because("everything else runs without a display, and the bench times what the window does")
                .check(classes);
        onlyIn("org.bytedeco..", "media", "bench.peer")
                .because("native libraries fail in one place, and the bench compares us with them").check(classes);
        onlyIn("jdk.incubator..", "kernel.vector").because("the module may be missing").check(classes);
        onlyIn("io.github.slitstream.kernel.vector..", "kernel.vector").because("it is loaded by name").check(classes);
        onlyIn("picocli..", "cli", "bench.cli").because("only the command line is a command line").check(classes);
    }

    @Test
    void java2dIsLoadedOnlyForPictureFiles() {
        ArchRuleDefinition.noClasses().that().haveNameNotMatching(".*\\.(media\\.(Picture|MediaSources).*"
                + "|pattern\\.GreyPicture|lab\\.PatchPicture|cli\\.LabConvolution\\$.*)")
                .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..")
                .because("loading it would hold up the first picture of a camera or the demo").check(classes);
    }

    @Test
    void everyThreadBeginsInOneRoom() {
        ArchRuleDefinition.noClasses().that().resideOutsideOfPackage(ROOT + "fault..").should()
                .callMethod(Thread.class, "ofPlatform").orShould().callMethod(Thread.class, "ofVirtual")
                .orShould().callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould().callConstructorWhere(of(Thread.class)).orShould().callConstructorWhere(of(Timer.class))
                .orShould().dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\..*(Executors|ThreadPool.*|CompletableFuture)")
                .because("a thread without the root of all others would die without a word").check(classes);
    }

    private static DescribedPredicate<JavaConstructorCall> of(Class<?> type) {
        return DescribedPredicate.describe("of " + type.getName(),
                call -> call.getTargetOwner().isAssignableTo(type));
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("io.github.slitstream.(*)..").should().beFreeOfCycles()
                .because("a reader should be able to start anywhere below and never be sent up").check(classes);
    }

    @Test
    void aBrokenRuleIsFound() {
        AssertionError broken = assertThrows(AssertionError.class,
                () -> mayKnow("effect", "frame").because("this rule is wrong on purpose").check(classes));
        assertTrue(broken.toString().contains("this rule is wrong on purpose"), broken.toString());
    }

    private static ArchRule mayKnow(String room, String... below) {
        String[] strangers = Arrays
                .stream(new String[]{"frame", "param", "fault", "file", "array", "kernel", "pattern", "effect",
                    "preset",
                    "engine", "media", "rig", "lab", "view", "live", "bench", "cli"})
                .filter(other -> !other.equals(room) && !Arrays.asList(below).contains(other))
                .map(other -> ROOT + other + "..").toArray(String[]::new);
        return ArchRuleDefinition.noClasses().that().resideInAPackage(ROOT + room + "..").should()
                .dependOnClassesThat().resideInAnyPackage(strangers).allowEmptyShould(false);
    }

    private static ArchRule onlyIn(String library, String... rooms) {
        String[] allowed = Arrays.stream(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
        return ArchRuleDefinition.noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat()
                .resideInAPackage(library);
    }
}
