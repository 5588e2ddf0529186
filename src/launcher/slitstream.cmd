@echo off
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
  echo slitstream: no Java was found: install a JDK 25 and set JAVA_HOME to its folder 1>&2
  exit /b 1
)
"%JAVA%" --module-path "%HOME_DIR%\javafx" --add-modules=javafx.controls,${jvm.modules} --enable-native-access=javafx.graphics ${jvm.flags} %SLITSTREAM_OPTS% -cp "%HOME_DIR%\lib\*" ${main.class} %*
exit /b %ERRORLEVEL%
