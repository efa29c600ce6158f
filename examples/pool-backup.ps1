<#
.SYNOPSIS
    Backs up every identity pool night after night, and reports what changed since the last backup: a runbook for Azure Automation, or for CI.
.DESCRIPTION
    Reads the pools, compares each with its document of the last backup, writes what differs, and then replaces the documents. The folder
    holds a folder for each Region, as Export-CognitoIdentityPool -AllRegions writes it, and is best a working copy of git. A run that finds
    nothing changes no file.

    The output stream holds an object for each difference: Region, IdentityPool, Path, Expected, Actual and File. A pool that is new, or that
    no longer exists, is a difference with the path name. The document of a pool that no longer exists stays, and is reported until somebody
    removes it. The first run, on an empty folder, reports nothing.

    A pool that could not be read keeps its old document, and so does one of whose roles a part could not be read. The others are backed up,
    and at the end the script throws and names those that failed, so that the job is Failed (under pwsh -File: exit code 1). Drift alone
    is not a failure.

    The account is the one that is connected, or that of the SDK's credential chain. It needs cognito-identity:ListIdentityPools,
    DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and iam:GetRole, ListRoles, ListRolePolicies, GetRolePolicy and
    ListAttachedRolePolicies.
.PARAMETER Path
    The folder of the backup.
.PARAMETER Region
    The Regions. Without it: the connection's or AWS_REGION.
.PARAMETER AllRegions
    Every Region of the account's partition. Those that the account has not enabled are skipped.
.PARAMETER Exclude
    Paths of differences to leave out of the report, such as tags*; the backup has them all the same.
.PARAMETER AsMarkdown
    Writes the differences as one text in Markdown in place of objects.
.PARAMETER ReportPath
    A file for the differences in Markdown, besides the output.
.PARAMETER CompareOnly
    Only compares, and leaves the backup as it is.
.EXAMPLE
    ./examples/pool-backup.ps1 ./pools -AllRegions -ReportPath ./drift.md; git -C ./pools add --all; git -C ./pools commit --quiet -m "Pools of tonight"
    The backup of a night, in a repository of git.
.EXAMPLE
    if (./examples/pool-backup.ps1 ./pools -Region eu-west-1 -CompareOnly -Exclude tags*) { throw 'Somebody changed an identity pool.' }
    Fails a build on drift.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/pool-backup.ps1 ./pools
    A rehearsal without an account.
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
# A pool that was listed, or the Region that was not.
function Get-Place($target, [string]$otherwise) {
    if ($target -and $target.PSObject.Properties['Name']) { "$($target.Region)/$($target.Name)" }
    elseif ($target) { "$target" }
    else { $otherwise }
}
# A name comes from a file that anybody may have edited.
function Get-Section([string]$name, [string]$text) { "## ``$($name -replace '[^\w +=,.@-]', '?')```n`n$text`n" }

$isFirst = -not @(Get-FolderName $root | ForEach-Object { Get-FileName (Join-Path $root $_) })
if ($isFirst -and $CompareOnly) { throw "'$Path' has no backup to compare with. Run the script without -CompareOnly first." }
# By 'Region/pool' or by Region, the reason.
$failed = [ordered]@{}
$drift = @()
$markdown = @()
$replacing = @()
$isInside = $false
try {
    $null = New-Item -ItemType Directory -Force $root
    # A document is shown by its path in the backup.
    Push-Location -LiteralPath $root
    $isInside = $true
    # Every pool is read once, so that what is backed up is what was compared.
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
        # A listing that broke off says nothing of the pools behind, so each is looked up by its name.
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
            $there = Test-Path -LiteralPath (Join-Path $old $file)
            # Part of a pool is better than nothing, and worse than what is there.
            if ($there -and $failed.Contains("$one/$name")) { continue }
            if ($there) {
                try {
                    $pair = @{ Path = "$one/$file"; DifferencePath = Join-Path $new $file }
                    if ($Exclude) { $pair.Exclude = $Exclude }
                    $found = @(Compare-CognitoIdentityPool @pair)
                    $drift += $found | Select-Object @{ Name = 'Region'; Expression = { $one } }, IdentityPool, Path, Expected, Actual,
                        @{ Name = 'File'; Expression = { "$one/$file" } }
                    if ($found) { $markdown += Compare-CognitoIdentityPool @pair -AsMarkdown }
                }
                catch {
                    # Nobody knows what changed, so the next run shall find it.
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
    # What was reported is backed up, and nothing before it is reported.
    if ($AsMarkdown) { $text } else { $drift }
    foreach ($file in $(if (-not $CompareOnly) { $replacing })) {
        $from = Join-Path $staging $file
        $to = Join-Path $root $file
        $null = New-Item -ItemType Directory -Force (Split-Path $to)
        if ((Test-Path -LiteralPath $to) -and [System.IO.File]::ReadAllText($to) -ceq [System.IO.File]::ReadAllText($from)) { continue }
        # A run that ends here leaves the old file or the new one, and no half of it.
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
    throw "Not everything could be read: $(@($failed.Keys) -join ', '). The errors above say why. Documents of these pools were left as they were."
}
