package io.github.slitstream;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.slitstream.effect.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class LayerRulesTest {
    private static final String ROOT = "io.github.slitstream.";
    private static final Pattern TABLE_LINE = Pattern.compile("\\| `([a-z.]+)` \\|.*\\| ([^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");
    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.slitstream");
    }

    /** One line of the table. */
    record Line(String room, List<String> below, String reason) {
        @Override
        public String toString() {
            return room;
        }
    }

    static List<Line> table() throws IOException {
        return Files.readAllLines(Path.of("src/docs/ARCHITECTURE.md")).stream().map(TABLE_LINE::matcher)
                .filter(Matcher::matches)
                .map(cells -> new Line(cells.group(1), rooms(cells.group(2)), cells.group(3))).toList();
    }

    private static List<String> rooms(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void aRoomKnowsWhatItsLineInArchitectureSays(Line line) {
        if (!line.room.equals("cli")) {
            mayKnow(line.room, line.below.toArray(String[]::new)).because(line.reason).check(classes);
        }
    }

    @Test
    void everyRoomHasItsLine() throws IOException {
        Set<String> packages = classes.stream().map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT) && !name.startsWith(ROOT + "bench"))
                .map(name -> name.substring(ROOT.length()).split("\\.", 2)[0]).collect(Collectors.toSet());
        assertEquals(packages, table().stream().map(Line::room).filter(room -> !room.contains("."))
                .collect(Collectors.toSet()));
    }

    @Test
    void everyRoomOfTheEngineHasItsLine() throws IOException {
        Set<String> packages = classes.stream().map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "engine.")).map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet());
        assertEquals(packages, table().stream().map(Line::room).filter(room -> room.startsWith("engine."))
                .collect(Collectors.toSet()));
    }

    @Test
    void picturesKnowNoMatricesOfCameras() {
        ArchRuleDefinition.noClasses().that().resideInAPackage("io.github.slitstream.kernel").should()
                .dependOnClassesThat().resideInAPackage("io.github.slitstream.kernel.matrix..")
                .because("a picture is no matrix of cameras").check(classes);
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
    void noEffectIsASpecialCase() {
        namesNoEffect("cli.LabWarp").check(classes);
        AssertionError broken = assertThrows(AssertionError.class, () -> namesNoEffect("").check(classes));
        assertTrue(broken.toString().contains("LabWarp"), broken.toString());
    }

    private static ArchRule namesNoEffect(String exception) {
        return ArchRuleDefinition.noClasses().that().resideOutsideOfPackages(ROOT + "effect..", ROOT + "bench..").and()
                .doNotHaveFullyQualifiedName(ROOT + exception).should().dependOnClassesThat(inAnEffect())
                .because("an effect offers what it has beside its parameters, so that a second of its kind needs no "
                        + "edit elsewhere; lab warp is the homography on arrays, and the bench times certain effects");
    }

    private static DescribedPredicate<JavaClass> inAnEffect() {
        return DescribedPredicate.describe("are an effect or within one", type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.isAssignableTo(Effect.class) && !outermost.isEquivalentTo(Effect.class);
        });
    }

    @Test
    void java2dIsLoadedOnlyForPictureFiles() {
        ArchRuleDefinition.noClasses().that()
                .haveNameNotMatching(".*\\.(media\\.(EncodedImage|ExactSamples|JpegPicture|Picture|Sample|TiffPages).*"
                        + "|pattern\\.GreyPicture|effect\\.CoveringPicture|lab\\.PatchPicture|cli\\.LabConvolution\\$.*)")
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
        slices().matching("io.github.slitstream.engine.(*)..").should().beFreeOfCycles()
                .because("so within the engine").check(classes);
    }

    @Test
    void aBrokenRuleIsFound() {
        AssertionError broken = assertThrows(AssertionError.class,
                () -> mayKnow("effect", "frame").because("this rule is wrong on purpose").check(classes));
        assertTrue(broken.toString().contains("this rule is wrong on purpose"), broken.toString());
    }

    /** A room within another may know nothing of the others there either. */
    private static ArchRule mayKnow(String room, String... below) {
        DescribedPredicate<JavaClass> strangers = DescribedPredicate.describe(
                "in a room other than " + room + " and " + String.join(", ", below),
                type -> type.getPackageName().startsWith(ROOT)
                        && Stream.concat(Stream.of(room), Arrays.stream(below)).noneMatch(known -> isIn(type, known)));
        return ArchRuleDefinition.noClasses().that().resideInAPackage(ROOT + room + "..").should()
                .dependOnClassesThat(strangers).allowEmptyShould(false);
    }

    private static boolean isIn(JavaClass type, String room) {
        return (type.getPackageName() + ".").startsWith(ROOT + room + ".");
    }

    private static ArchRule onlyIn(String library, String... rooms) {
        String[] allowed = Arrays.stream(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
        return ArchRuleDefinition.noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat()
                .resideInAPackage(library);
    }
}
