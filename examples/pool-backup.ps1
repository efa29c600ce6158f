<#
.SYNOPSIS
    Backs up identity pools and reports the changes since the last backup. A
    runbook for Azure Automation or CI.
.DESCRIPTION
    Reads the pools, compares each pool with its document of the last
    backup, returns the differences, and then replaces the documents. The
    backup contains one folder for each Region, as
    Export-CognitoIdentityPool -AllRegions writes it. A working copy of git
    is the best place for it. If nothing changed, the script writes no file.

    The script returns an object for each difference, with Region,
    IdentityPool, Path, Expected, Actual and File. A new pool and a pool
    that no longer exists are differences with the path name. The document
    of a pool that no longer exists stays in the backup, and each run
    reports it until you delete the file. The first run, with an empty
    folder, reports nothing.

    If a pool or a part of its roles could not be read, its old document
    stays unchanged. The script backs up the other pools, and fails at the
    end with the names of those that it could not read, so that the job has
    the status Failed. With pwsh -File, the exit code is 1. Differences
    alone do not fail the script.

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials. It requires
    cognito-identity:ListIdentityPools, DescribeIdentityPool,
    GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and iam:GetRole,
    ListRoles, ListRolePolicies, GetRolePolicy and ListAttachedRolePolicies.
.PARAMETER Path
    Specifies the folder of the backup.
.PARAMETER Region
    Specifies the Regions. The default is the Region of the connection, or
    AWS_REGION.
.PARAMETER AllRegions
    Backs up every Region of the account's partition. Regions that the
    account has not enabled are skipped.
.PARAMETER Exclude
    Specifies paths of differences to leave out of the report, such as
    tags*. The backup still contains them.
.PARAMETER AsMarkdown
    Returns the differences as one Markdown text instead of objects.
.PARAMETER ReportPath
    Specifies a file for the differences in Markdown, in addition to the
    output.
.PARAMETER CompareOnly
    Reports the differences and does not change the backup.
.EXAMPLE
    ./examples/pool-backup.ps1 ./pools -AllRegions -ReportPath ./drift.md; git -C ./pools add --all; git -C ./pools commit --quiet -m "Pools of tonight"
    Backs up all pools into a git repository and commits the changes.
.EXAMPLE
    if (./examples/pool-backup.ps1 ./pools -Region eu-west-1 -CompareOnly -Exclude tags*) { throw 'An identity pool was changed.' }
    Fails a build if a pool differs from its document.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/pool-backup.ps1 ./pools
    Tests the script on a sandbox, without an AWS account.
#>
param(
    [Parameter(Mandatory)][string]$Path,
    [string[]]$Region,
    [switch]$AllRegions,
    [string[]]$Exclude,
    [switch]$AsMarkdown,
    [string]$ReportPath,
    [switch]$CompareOnly
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

if ($AllRegions -and $Region) { throw '-Region cannot be used with -AllRegions.' }
if (-not $AllRegions -and -not $Region) {
    $Region = (Get-PoolAccount).Region
    if (-not $Region) { throw 'No Region is known. Specify -Region or -AllRegions, or connect with a Region.' }
}
$root = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$report = if ($ReportPath) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($ReportPath) }
$staging = Join-Path ([System.IO.Path]::GetTempPath()) "pool-backup-$([guid]::NewGuid())"

function Get-FileName([string]$folder) {
    if (Test-Path -LiteralPath $folder) { @(Get-ChildItem -LiteralPath $folder -Filter *.json -File | Sort-Object Name).Name }
}
function Get-FolderName([string]$folder) {
    if (Test-Path -LiteralPath $folder) {
        @(Get-ChildItem -LiteralPath $folder -Directory | Sort-Object Name | ForEach-Object Name) -match '^[a-z]{2,}(-[a-z]+)+-[0-9]+$'
    }
}
function Get-PoolName([string]$file) { ([System.IO.File]::ReadAllText($file) | ConvertFrom-Json).name }
function Get-Difference([string]$one, [string]$file, [string]$name, $expected, $actual) {
    [pscustomobject]@{ Region = $one; IdentityPool = $name; Path = 'name'; Expected = $expected; Actual = $actual; File = "$one/$file" }
}
# The Region and name of a pool, or the Region that could not be read.
function Get-Place($target, [string]$otherwise) {
    if ($target -and $target.PSObject.Properties['Name']) { "$($target.Region)/$($target.Name)" }
    elseif ($target) { "$target" }
    else { $otherwise }
}
# The name comes from a file that anyone can have edited.
function Get-Section([string]$name, [string]$text) { "## ``$($name -replace '[^\w +=,.@-]', '?')```n`n$text`n" }

$isFirst = -not @(Get-FolderName $root | ForEach-Object { Get-FileName (Join-Path $root $_) })
if ($isFirst -and $CompareOnly) { throw "'$Path' has no backup to compare with. Run the script without -CompareOnly first." }
# The errors by 'Region/pool' or by Region.
$failed = [ordered]@{}
$drift = @()
$markdown = @()
$replacing = @()
$isInside = $false
try {
    $null = New-Item -ItemType Directory -Force $root
    # Differences show the path of a document in the backup.
    Push-Location -LiteralPath $root
    $isInside = $true
    # Each pool is read only once, so that the backup contains what was compared.
    $quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = '+refused'; WarningVariable = '+warned' }
    $refused = @()
    $warned = @()
    if ($AllRegions) {
        Export-CognitoIdentityPool -AllRegions -Path $staging -Force @quiet
        $Region = @(Get-FolderName $root) + @(Get-FolderName $staging) | Sort-Object -Unique
        foreach ($refusal in $refused) { $failed[(Get-Place $refusal.TargetObject 'the Regions')] = "$refusal" }
    }
    else {
        foreach ($one in $Region) {
            $before = $refused.Count
            Export-CognitoIdentityPool -Region $one -Path (Join-Path $staging $one) -Force @quiet
            foreach ($refusal in $refused | Select-Object -Skip $before) { $failed[(Get-Place $refusal.TargetObject $one)] = "$refusal" }
        }
    }

    foreach ($one in $Region) {
        $old = Join-Path $root $one
        $new = Join-Path $staging $one
        $missing = @(Get-FileName $old | Where-Object { $_ -cnotin @(Get-FileName $new) })
        # An incomplete list proves nothing about the missing pools, so each of them is read by its name.
        foreach ($file in $missing) {
            $name = $file
            try {
                $name = Get-PoolName (Join-Path $old $file)
                if (-not $failed.Count) { throw [System.Management.Automation.ItemNotFoundException]::new('It was not listed.') }
                Export-CognitoIdentityPool $name -Region $one -Path (Join-Path $new $file) -Force -ErrorAction Stop -WarningVariable +warned
            }
            catch {
                if ($_.FullyQualifiedErrorId -like 'PoolNotFound,*' -or $_.Exception -is [System.Management.Automation.ItemNotFoundException]) {
                    $drift += Get-Difference $one $file $name $name $null
                    $markdown += Get-Section $name "The pool no longer exists. Its document is ``$one/$file``."
                }
                else { $failed["$one/$name"] = "$_" }
            }
        }
        foreach ($warning in $warned) {
            if ("$warning" -match '^Identity pool (?<name>.*) \((?<region>[a-z0-9-]+):[0-9a-f-]{36}\): .*could not be read' -and
                $Matches.region -eq $one) { $failed["$one/$($Matches.name)"] = "$warning" }
        }
        foreach ($file in Get-FileName $new) {
            $name = Get-PoolName (Join-Path $new $file)
            $exists = Test-Path -LiteralPath (Join-Path $old $file)
            # An incomplete document is better than none, but must not replace a complete one.
            if ($exists -and $failed.Contains("$one/$name")) { continue }
            if ($exists) {
                try {
                    $pair = @{ Path = "$one/$file"; DifferencePath = Join-Path $new $file }
                    if ($Exclude) { $pair.Exclude = $Exclude }
                    $found = @(Compare-CognitoIdentityPool @pair)
                    $drift += $found | Select-Object @{ Name = 'Region'; Expression = { $one } }, IdentityPool, Path, Expected, Actual,
                        @{ Name = 'File'; Expression = { "$one/$file" } }
                    if ($found) { $markdown += Compare-CognitoIdentityPool @pair -AsMarkdown }
                }
                catch {
                    # The old document stays, so that the next run finds the changes.
                    $failed["$one/$name"] = "$_"
                    continue
                }
            }
            elseif (-not $isFirst) {
                $drift += Get-Difference $one $file $name $null $name
                $markdown += Get-Section $name 'The pool is new: the last backup has no document of it.'
            }
            $replacing += "$one/$file"
        }
    }

    $text = if ($markdown) { $markdown -join "`n" } else { "No differences.`n" }
    if ($report) { [System.IO.File]::WriteAllText($report, $text) }
    # The backup changes only after the report, so that no difference is lost.
    if ($AsMarkdown) { $text } else { $drift }
    foreach ($file in $(if (-not $CompareOnly) { $replacing })) {
        $from = Join-Path $staging $file
        $to = Join-Path $root $file
        $null = New-Item -ItemType Directory -Force (Split-Path $to)
        if ((Test-Path -LiteralPath $to) -and [System.IO.File]::ReadAllText($to) -ceq [System.IO.File]::ReadAllText($from)) { continue }
        # A run that ends here leaves the old file or the new file, never a part of one.
        [System.IO.File]::Copy($from, "$to.new", $true)
        Move-Item -LiteralPath "$to.new" $to -Force
    }
}
finally {
    if ($isInside) { Pop-Location }
    if (Test-Path -LiteralPath $staging) { Remove-Item -LiteralPath $staging -Recurse -Force }
}
if ($failed.Count) {
    $failed.GetEnumerator() | ForEach-Object { Write-Error "$($_.Key): $($_.Value)" -ErrorAction Continue }
    throw "Not everything could be read: $(@($failed.Keys) -join ', '). The errors above explain why. The documents of these pools were not changed."
}
