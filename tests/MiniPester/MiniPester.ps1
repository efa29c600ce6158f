<#
.SYNOPSIS
    The part of Pester 5's language that this project's tests use, for machines where Pester cannot be installed.
.DESCRIPTION
    Dot-source this file, then call Invoke-MiniPester with a test file: it writes one result for each test. Real Pester runs the same files with the
    same verdicts, with one difference: here a test that asserts nothing fails.

    Everything runs in one session state, so that scopes nest as in Pester: a block's BeforeAll is dot-sourced into the block's scope, a test's
    BeforeEach into the test's, and what they set is gone with the scope. Names of this file begin with MiniPester, lest a test meets them.
    It uses nothing but the engine, so that a fault of a shim fails a test and not the tool.
#>

$MiniPester = @{ Block = $null; Assertions = 0; ItResult = $null }

. ($PSScriptRoot + '/Should.ps1')

function MiniPesterNewBlock($MiniPesterName, $MiniPesterParent) {
    [pscustomobject]@{
        Name = $MiniPesterName; Parent = $MiniPesterParent; Items = [Collections.Generic.List[object]]::new(); Data = $null; HasData = $false; Skip = $false
        BeforeAll = $null; AfterAll = $null; BeforeEach = $null; AfterEach = $null; Body = $null; IsTest = $false
    }
}

# A name may also hold the variables of the cases of the blocks around it.
function MiniPesterFind($MiniPesterItem, [string]$MiniPesterKey) {
    for (; $null -ne $MiniPesterItem; $MiniPesterItem = $MiniPesterItem.Parent) {
        if ($MiniPesterItem.Data -is [Collections.IDictionary] -and $MiniPesterItem.Data.Contains($MiniPesterKey)) { return , $MiniPesterItem }
    }
}

function MiniPesterExpandName([string]$MiniPesterName, $MiniPesterOwner) {
    [regex]::Replace($MiniPesterName, '<([A-Za-z_][\w.]*)>', {
        param($MiniPesterMatch)
        $MiniPesterPath = $MiniPesterMatch.Groups[1].Value -split '\.'
        if ($MiniPesterPath[0] -eq '_') { $MiniPesterValue = $MiniPesterOwner.Data }
        elseif ($MiniPesterHolder = MiniPesterFind $MiniPesterOwner $MiniPesterPath[0]) { $MiniPesterValue = $MiniPesterHolder.Data[$MiniPesterPath[0]] }
        else { return $MiniPesterMatch.Value }
        for ($MiniPesterStep = 1; $MiniPesterStep -lt $MiniPesterPath.Count; $MiniPesterStep++) { $MiniPesterValue = $MiniPesterValue.($MiniPesterPath[$MiniPesterStep]) }
        if ($null -eq $MiniPesterValue) { '$null' } else { "$MiniPesterValue" }
    })
}

function MiniPesterAddItem($MiniPesterName, $MiniPesterBody, $MiniPesterCases, [bool]$MiniPesterHasCases, [bool]$MiniPesterSkip, [bool]$MiniPesterIsTest) {
    if ($null -eq $MiniPester.Block) { throw "'$MiniPesterName' stands outside a test file: run it with Invoke-MiniPester." }
    if ($null -eq $MiniPesterBody) { throw "'$MiniPesterName' has no script block." }
    if ($MiniPesterHasCases -and ($null -eq $MiniPesterCases -or @($MiniPesterCases).Count -eq 0)) {
        throw "-ForEach of '$MiniPesterName' is null or empty, so it would test nothing."
    }
    $MiniPesterParent = $MiniPester.Block
    $MiniPesterList = [Collections.Generic.List[object]]::new()
    if ($MiniPesterHasCases) { foreach ($MiniPesterCase in $MiniPesterCases) { $MiniPesterList.Add($MiniPesterCase) } } else { $MiniPesterList.Add($null) }
    foreach ($MiniPesterCase in $MiniPesterList) {
        $MiniPesterItem = MiniPesterNewBlock $MiniPesterName $MiniPesterParent
        $MiniPesterItem.Data = $MiniPesterCase
        $MiniPesterItem.Name = MiniPesterExpandName $MiniPesterName $MiniPesterItem
        $MiniPesterItem.HasData = $MiniPesterHasCases
        $MiniPesterItem.Skip = $MiniPesterSkip -or $MiniPesterParent.Skip
        $MiniPesterItem.Body = $MiniPesterBody
        $MiniPesterItem.IsTest = $MiniPesterIsTest
        $MiniPesterParent.Items.Add($MiniPesterItem)
        if ($MiniPesterIsTest) { continue }
        $MiniPester.Block = $MiniPesterItem
        try { MiniPesterDiscover $MiniPesterItem } finally { $MiniPester.Block = $MiniPesterParent }
    }
}

# A function of its own gives the body a scope of its own.
function MiniPesterDiscover($MiniPesterItem) {
    . MiniPesterSetData $MiniPesterItem
    # ForEach-Object runs its block in this scope and gives it the case as $_.
    $null = ForEach-Object -InputObject $MiniPesterItem.Data -Process $MiniPesterItem.Body
}

# Dot-sourced: the variables of a case come into the caller's scope, as Pester makes them.
function MiniPesterSetData($MiniPesterItem) {
    if (-not $MiniPesterItem.HasData) { return }
    if ($MiniPesterItem.Data -is [Collections.IDictionary]) {
        foreach ($MiniPesterKey in $MiniPesterItem.Data.Keys) { $ExecutionContext.SessionState.PSVariable.Set([string]$MiniPesterKey, $MiniPesterItem.Data[$MiniPesterKey]) }
    }
}

function Describe {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$Name, [Parameter(Position = 1)][scriptblock]$Fixture, [Alias('TestCases')][object]$ForEach, [switch]$Skip, [string[]]$Tag)
    MiniPesterAddItem $Name $Fixture $ForEach $PSBoundParameters.ContainsKey('ForEach') $Skip.IsPresent $false
}

function Context {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$Name, [Parameter(Position = 1)][scriptblock]$Fixture, [object]$ForEach, [switch]$Skip, [string[]]$Tag)
    MiniPesterAddItem $Name $Fixture $ForEach $PSBoundParameters.ContainsKey('ForEach') $Skip.IsPresent $false
}

function It {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$Name, [Parameter(Position = 1)][scriptblock]$Test, [Alias('TestCases')][object]$ForEach, [switch]$Skip, [string[]]$Tag)
    MiniPesterAddItem $Name $Test $ForEach $PSBoundParameters.ContainsKey('ForEach') $Skip.IsPresent $true
}

function MiniPesterSetHook([string]$MiniPesterHook, [scriptblock]$MiniPesterBody) {
    if ($null -ne $MiniPester.Block.$MiniPesterHook) { throw "$MiniPesterHook stands twice in '$($MiniPester.Block.Name)'." }
    $MiniPester.Block.$MiniPesterHook = $MiniPesterBody
}

function BeforeAll([Parameter(Mandatory)][scriptblock]$Scriptblock) { MiniPesterSetHook BeforeAll $Scriptblock }
function AfterAll([Parameter(Mandatory)][scriptblock]$Scriptblock) { MiniPesterSetHook AfterAll $Scriptblock }
function BeforeEach([Parameter(Mandatory)][scriptblock]$Scriptblock) { MiniPesterSetHook BeforeEach $Scriptblock }
function AfterEach([Parameter(Mandatory)][scriptblock]$Scriptblock) { MiniPesterSetHook AfterEach $Scriptblock }

function Set-ItResult {
    [CmdletBinding()]
    param([Parameter(Mandatory, ParameterSetName = 'Skipped')][switch]$Skipped, [Parameter(Mandatory, ParameterSetName = 'Inconclusive')][switch]$Inconclusive, [string]$Because)
    $MiniPester.ItResult = "is skipped: $Because"
    throw [OperationCanceledException]::new($MiniPester.ItResult)
}

function MiniPesterResult($MiniPesterItem, [string]$MiniPesterOutcome, [string]$MiniPesterMessage) {
    $MiniPesterNames = for ($MiniPesterAt = $MiniPesterItem; $null -ne $MiniPesterAt.Parent; $MiniPesterAt = $MiniPesterAt.Parent) { $MiniPesterAt.Name }
    $MiniPesterNames = @($MiniPesterNames)
    [array]::Reverse($MiniPesterNames)
    [pscustomobject]@{ PSTypeName = 'MiniPester.Result'; Name = $MiniPesterNames -join ' > '; Result = $MiniPesterOutcome; Message = $MiniPesterMessage }
}

function MiniPesterErrorText($MiniPesterError) {
    $MiniPesterPlaces = @(foreach ($MiniPesterPlace in $MiniPesterError.ScriptStackTrace -split '\r?\n') { if ($MiniPesterPlace -notmatch '/MiniPester/|\\MiniPester\\|<No file>') { $MiniPesterPlace } })
    "$MiniPesterError`n$($MiniPesterPlaces -join "`n")".Trim()
}

# Every test below a block that cannot be set up has failed.
function MiniPesterFailAll($MiniPesterBlock, [string]$MiniPesterMessage) {
    foreach ($MiniPesterItem in $MiniPesterBlock.Items) {
        if ($MiniPesterItem.IsTest) { MiniPesterResult $MiniPesterItem 'Failed' $MiniPesterMessage } else { MiniPesterFailAll $MiniPesterItem $MiniPesterMessage }
    }
}

function MiniPesterHasWork($MiniPesterBlock) {
    foreach ($MiniPesterItem in $MiniPesterBlock.Items) {
        if ($MiniPesterItem.Skip) { continue }
        if ($MiniPesterItem.IsTest -or (MiniPesterHasWork $MiniPesterItem)) { return $true }
    }
    $false
}

function MiniPesterRunBlock($MiniPesterBlock) {
    if (-not (MiniPesterHasWork $MiniPesterBlock)) {
        foreach ($MiniPesterItem in $MiniPesterBlock.Items) { if ($MiniPesterItem.IsTest) { MiniPesterResult $MiniPesterItem 'Skipped' '' } else { MiniPesterRunBlock $MiniPesterItem } }
        return
    }
    try {
        . MiniPesterSetData $MiniPesterBlock
        if ($MiniPesterBlock.BeforeAll) { $null = . $MiniPesterBlock.BeforeAll }
    }
    catch {
        MiniPesterFailAll $MiniPesterBlock "BeforeAll failed: $(MiniPesterErrorText $_)"
        return
    }
    foreach ($MiniPesterItem in $MiniPesterBlock.Items) {
        if ($MiniPesterItem.IsTest) { MiniPesterRunTest $MiniPesterItem } else { MiniPesterRunBlock $MiniPesterItem }
    }
    try { if ($MiniPesterBlock.AfterAll) { $null = . $MiniPesterBlock.AfterAll } }
    catch { MiniPesterResult $MiniPesterBlock 'Failed' "AfterAll failed: $(MiniPesterErrorText $_)" }
}

function MiniPesterRunTest($MiniPesterTest) {
    if ($MiniPesterTest.Skip) { return MiniPesterResult $MiniPesterTest 'Skipped' '' }
    $MiniPester.Assertions = 0
    $MiniPester.ItResult = $null
    $MiniPesterFault = $null
    $MiniPesterOutside = @(for ($MiniPesterAt = $MiniPesterTest.Parent; $null -ne $MiniPesterAt; $MiniPesterAt = $MiniPesterAt.Parent) { $MiniPesterAt })
    try {
        . MiniPesterSetData $MiniPesterTest
        for ($MiniPesterAt = $MiniPesterOutside.Count - 1; $MiniPesterAt -ge 0; $MiniPesterAt--) {
            if ($MiniPesterOutside[$MiniPesterAt].BeforeEach) { $null = . $MiniPesterOutside[$MiniPesterAt].BeforeEach }
        }
        $null = ForEach-Object -InputObject $MiniPesterTest.Data -Process $MiniPesterTest.Body
        if ($MiniPester.Assertions -eq 0) { throw 'The test asserted nothing.' }
    }
    catch { $MiniPesterFault = MiniPesterErrorText $_ }
    $MiniPesterSkipped = $MiniPester.ItResult
    foreach ($MiniPesterAt in $MiniPesterOutside) {
        try { if ($MiniPesterAt.AfterEach) { $null = . $MiniPesterAt.AfterEach } }
        catch { $MiniPesterFault = "$MiniPesterFault AfterEach failed: $(MiniPesterErrorText $_)".Trim() }
    }
    if ($MiniPesterSkipped) { MiniPesterResult $MiniPesterTest 'Skipped' $MiniPesterSkipped }
    elseif ($MiniPesterFault) { MiniPesterResult $MiniPesterTest 'Failed' $MiniPesterFault }
    else { MiniPesterResult $MiniPesterTest 'Passed' '' }
}

function MiniPesterLoad([string]$MiniPesterPath) { $null = . $MiniPesterPath }

<#
.SYNOPSIS
    Runs one test file and writes a result for each test: Name, Result (Passed, Failed or Skipped) and Message.
.DESCRIPTION
    A file that does not load, or that has no tests, is one failed result.
#>
function Invoke-MiniPester {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$Path)
    $MiniPesterRoot = MiniPesterNewBlock '' $null
    $MiniPesterFile = MiniPesterNewBlock ([IO.Path]::GetFileName($Path)) $MiniPesterRoot
    $MiniPester.Block = $MiniPesterRoot
    try { MiniPesterLoad $Path }
    catch { return MiniPesterResult $MiniPesterFile 'Failed' "The file does not load: $(MiniPesterErrorText $_)" }
    finally { $MiniPester.Block = $null }
    $MiniPesterResults = @(MiniPesterRunBlock $MiniPesterRoot)
    if ($MiniPesterResults.Count -eq 0) { return MiniPesterResult $MiniPesterFile 'Failed' 'The file has no tests.' }
    $MiniPesterResults
}
