// Whether each file named is Groovy, by the language's own parser of the line that Jenkins runs (2.4).
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.MultipleCompilationErrorsException
import org.codehaus.groovy.control.Phases

def broken = args.findAll { file ->
  def unit = new CompilationUnit()
  unit.addSource(new File(file))
  try {
    unit.compile(Phases.CONVERSION)
    false
  } catch (MultipleCompilationErrorsException error) {
    println "${file}: ${error.message}"
    true
  }
}
System.exit(broken ? 1 : 0)
