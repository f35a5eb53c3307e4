package dev.blazon.api.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that starts our services as processes. {@code ./blazon test} runs it on the newest Java of
 * the machine too, whose JVM may say or refuse what the usual one does not; with the tag {@code
 * once} on that alone, as it takes long.
 */
@Tag("processes")
@Tag("every-java")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEveryJava {}
