@echo off
rem Starts Slitstream from any folder with a Java of version 25 or newer.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0.."
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%j"
if not defined JAVA for %%v in ("Java" "Eclipse Adoptium" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft") do (
  for /d %%d in ("%ProgramFiles%\%%~v\*") do call :try "%%d\bin\java.exe"
)
if not defined JAVA for /d %%d in ("%USERPROFILE%\.jdks\*") do call :try "%%d\bin\java.exe"
if not defined JAVA (
  echo slitstream: no Java 25 or newer was found: install a JDK 25 and set JAVA_HOME to its folder 1>&2
  exit /b 1
)
rem The archive of classes serves the folder that it was made in; elsewhere Java takes it too, and refuses classes of JavaFX.
for %%h in ("%HOME_DIR%") do set "PLACE=%%~fh"
set "ARCHIVE=%PLACE%\classes.jsa"
if /i not "%PLACE%"=="${project.build.directory}\slitstream" set "ARCHIVE=%PLACE%\no-classes.jsa"
"%JAVA%" --module-path "%HOME_DIR%\javafx" --add-modules=javafx.controls,${jvm.modules} --enable-native-access=javafx.graphics ${jvm.flags} ${jvm.compilation} -XX:SharedArchiveFile="%ARCHIVE%" -Xlog:cds*=off %SLITSTREAM_OPTS% -cp "%HOME_DIR%\lib\${project.build.finalName}.jar" ${main.class} %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b
if not exist %1 exit /b
for /f "tokens=2 delims== " %%m in ('"%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do (
  if %%m GEQ 25 set "JAVA=%~1"
)
exit /b
