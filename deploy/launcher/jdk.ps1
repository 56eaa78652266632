# Prints the folder of a JDK of at least version 25: the one JAVA_HOME names, the one on the PATH, or one in the usual
# folders. Called by mvnw.cmd, as jdk.sh is sourced by mvnw.
$ErrorActionPreference = 'Stop'

function Test-Jdk($folder) {
  if (-not $folder) { return $false }
  $release = Join-Path $folder 'release'
  if (-not (Test-Path -LiteralPath (Join-Path $folder 'bin\javac.exe'))) { return $false }
  if (-not (Test-Path -LiteralPath $release)) { return $false }
  $version = Get-Content -LiteralPath $release | Select-String -Pattern '^JAVA_VERSION="(\d+)' | Select-Object -First 1
  return [bool]($version -and [int]$version.Matches[0].Groups[1].Value -ge 25)
}

$candidates = @($env:JAVA_HOME)
$javac = Get-Command 'javac.exe' -ErrorAction SilentlyContinue | Select-Object -First 1
if ($javac) { $candidates += Split-Path -Parent (Split-Path -Parent $javac.Definition) }

$vendors = 'Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'BellSoft', 'Amazon Corretto', 'OpenJDK'
$roots = @($vendors | ForEach-Object { Join-Path $env:ProgramFiles $_ })
$roots += Join-Path $env:USERPROFILE '.jdks'
$roots += Join-Path $env:USERPROFILE '.sdkman\candidates\java'
if ($env:LOCALAPPDATA) { $roots += Join-Path $env:LOCALAPPDATA 'Programs\Eclipse Adoptium' }
foreach ($root in $roots) {
  if (Test-Path -LiteralPath $root) {
    $candidates += @(Get-ChildItem -LiteralPath $root | Where-Object { $_.PSIsContainer } | ForEach-Object { $_.FullName })
  }
}

foreach ($candidate in $candidates) {
  if (Test-Jdk $candidate) {
    $candidate
    exit 0
  }
}
[Console]::Error.WriteLine('Apricot Desk needs a JDK of version 25 or newer and found none.')
[Console]::Error.WriteLine('Looked at JAVA_HOME, the PATH, the usual folders of vendors in Program Files, and those of IDEs and SDKMAN.')
[Console]::Error.WriteLine('Install one (for example Eclipse Temurin 25) and set JAVA_HOME to its folder if it is somewhere else.')
exit 1
