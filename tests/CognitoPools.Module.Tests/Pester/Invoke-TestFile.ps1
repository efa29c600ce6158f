<#
.SYNOPSIS
    Runs the test files whose paths are read from standard input, and answers each with a line of JSON.
.DESCRIPTION
    One process serves many files, because a new one compiles everything again. Each file gets a runspace of its own, and what it changed in the
    process's environment is put back, so that no file depends on another.
#>
param([string]$Pester, [string]$Culture, [string]$Preference, [string]$Mark)

$ErrorActionPreference = 'Stop'
[cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::GetCultureInfo($Culture)
[cultureinfo]::DefaultThreadCurrentUICulture = [cultureinfo]::GetCultureInfo($Culture)
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = [cultureinfo]::GetCultureInfo($Culture)

$run = {
    param($pester, $path, $preference)
    Import-Module $pester
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $path
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'None'
    $global:ErrorActionPreference = $preference
    $result = Invoke-Pester -Configuration $configuration
    $global:ErrorActionPreference = 'Stop'

    # A test below a block that could not be set up has failed without an error of its own; the block has it.
    $failures = foreach ($failed in @($result.FailedContainers) + @($result.FailedBlocks) + @($result.Failed)) {
        foreach ($record in $failed.ErrorRecord) {
            # The call stack begins in Pester; the first line of the file is the one that the reader wants.
            $line = ($record.ScriptStackTrace -split '\r?\n') -match ([regex]::Escape($path) + ': line (\d+)') | Select-Object -First 1
            @{
                Name = if ($failed.ExpandedPath) { $failed.ExpandedPath } else { Split-Path $path -Leaf }
                Message = "$record"
                Line = if ($line -match 'line (\d+)$') { [int]$Matches[1] } else { [int]$failed.StartLine }
            }
        }
    }
    @{
        Passed = $result.PassedCount; Failed = $result.FailedCount; Skipped = $result.SkippedCount + $result.InconclusiveCount
        Failures = @($failures); Result = "$($result.Result)"
        Culture = (Get-Culture).Name; Zone = [TimeZoneInfo]::Local.Id; Pester = "$((Get-Module Pester).Version)"
    } | ConvertTo-Json -Compress -Depth 3
}

while ($path = [Console]::In.ReadLine()) {
    $before = [Environment]::GetEnvironmentVariables()
    $folder = [Environment]::CurrentDirectory
    $runspace = [runspacefactory]::CreateRunspace($Host, [initialsessionstate]::CreateDefault2())
    $shell = [powershell]::Create()
    try {
        $runspace.Open()
        $shell.Runspace = $runspace
        $answer = $shell.AddScript($run).AddArgument($Pester).AddArgument($path).AddArgument($Preference).Invoke() | Select-Object -Last 1
    }
    catch {
        $answer = @{ Failures = @(@{ Name = Split-Path $path -Leaf; Message = "$_"; Line = 0 }); Result = 'Failed' } |
            ConvertTo-Json -Compress
    }
    finally {
        $shell.Dispose()
        $runspace.Dispose()
    }
    [Environment]::GetEnvironmentVariables().Keys | Where-Object { -not $before.Contains($_) } |
        ForEach-Object { [Environment]::SetEnvironmentVariable($_, $null) }
    foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    [Environment]::CurrentDirectory = $folder
    [Console]::Out.WriteLine($Mark + $answer)
}
