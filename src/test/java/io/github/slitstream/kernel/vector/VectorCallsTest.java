package io.github.slitstream.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How kernels may use the Vector API, so that they are compiled well at every start: decision 15. */
class VectorCallsTest {
    private static final String VECTORS = "jdk.incubator.vector.";
    /** Of doubles there are vectors of one shape alone, in whose type profiles nobody else appears. */
    private static final Set<String> OF_ONE_SHAPE = Set.of("DoubleVector");
    /** What every vector class overrides, or what is no method of a vector. */
    private static final Set<String> OVERRIDDEN = Set.of("lanewise", "compare", "blend", "rearrange", "convertShape",
            "reinterpretShape", "intoArray", "intoMemorySegment");
    /** Makers of vectors, which take a constant species. */
    private static final Set<String> MAKERS = Set.of("fromArray", "fromMemorySegment", "broadcast", "zero");
    /**
     * What is not recorded in a bytecode's profile of its own is a shift by a number, which only whole registers do.
     */
    private static final Set<String> SHIFTS = Set.of("int", "long");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(VectorCallsTest.class.getPackageName());

    @Test
    void kernelsCallOnVectorsWhatEachVectorClassOverrides() {
        Set<String> others = new TreeSet<>();
        calls().filter(call -> !isAllowed(call.getTarget())).forEach(call -> others.add(call.getDescription()));
        assertEquals(Set.of(), others, "a method of the Vector API that vectors of several shapes share has one type"
                + " profile for all of them, and Java then leaves vectors on the heap: call lanewise, compare,"
                + " convertShape or reinterpretShape");
    }

    @Test
    void whatTakesOrGivesVectorsIsInAClassWhoseNameTheStartScriptNames() {
        Set<String> others = new TreeSet<>();
        for (JavaClass kernel : classes) {
            kernel.getMethods().stream().filter(VectorCallsTest::hasVectors)
                    .filter(method -> !kernel.getSimpleName().endsWith("Lanes"))
                    .forEach(method -> others.add(method.getFullName()));
        }
        assertEquals(Set.of(), others, "a method that takes or gives vectors must be compiled into its callers:"
                + " -XX:CompileCommand=inline,*Lanes::* does it for classes whose name ends so");
    }

    private Stream<JavaMethodCall> calls() {
        return classes.stream().flatMap(kernel -> kernel.getMethodCallsFromSelf().stream())
                .filter(call -> isVector(call.getTargetOwner()));
    }

    private static boolean isAllowed(MethodCallTarget target) {
        String owner = target.getOwner().getSimpleName();
        if (OF_ONE_SHAPE.contains(owner) || MAKERS.contains(target.getName())) {
            return true;
        }
        if (!OVERRIDDEN.contains(target.getName())) {
            return false;
        }
        List<JavaClass> parameters = target.getRawParameterTypes();
        boolean byNumber = target.getName().equals("lanewise") && parameters.size() == 2
                && !isVector(parameters.getLast());
        return !byNumber || SHIFTS.contains(parameters.getLast().getName());
    }

    private static boolean hasVectors(JavaMethod method) {
        return isVector(method.getRawReturnType())
                || method.getRawParameterTypes().stream().anyMatch(VectorCallsTest::isVector);
    }

    private static boolean isVector(JavaClass type) {
        return type.getName().startsWith(VECTORS) && type.getSimpleName().endsWith("Vector");
    }
}
