# Pester's Should, with the operators that the tests use. Dot-sourced by MiniPester.ps1.

function MiniPesterFormat($MiniPesterValue) {
    if ($null -eq $MiniPesterValue) { return '$null' }
    if ($MiniPesterValue -is [string]) { return "'$MiniPesterValue'" }
    if ($MiniPesterValue -is [Collections.IEnumerable]) { return "@($((@(foreach ($MiniPesterItem in $MiniPesterValue) { MiniPesterFormat $MiniPesterItem })) -join ', '))" }
    "$MiniPesterValue [$($MiniPesterValue.GetType().Name)]"
}

function MiniPesterIsCollection($MiniPesterValue) { $MiniPesterValue -is [Collections.IEnumerable] -and $MiniPesterValue -isnot [string] -and $MiniPesterValue -isnot [Collections.IDictionary] }

# Pester takes one item and a list of that one item for the same, and nothing and an empty list.
function MiniPesterEqual($MiniPesterOne, $MiniPesterOther, [bool]$MiniPesterExactly) {
    if ((MiniPesterIsCollection $MiniPesterOne) -or (MiniPesterIsCollection $MiniPesterOther)) {
        $MiniPesterFirst = @(if ($null -ne $MiniPesterOne) { $MiniPesterOne })
        $MiniPesterSecond = @(if ($null -ne $MiniPesterOther) { $MiniPesterOther })
        if ($MiniPesterFirst.Count -ne $MiniPesterSecond.Count) { return $false }
        for ($MiniPesterAt = 0; $MiniPesterAt -lt $MiniPesterFirst.Count; $MiniPesterAt++) {
            if (-not (MiniPesterEqual $MiniPesterFirst[$MiniPesterAt] $MiniPesterSecond[$MiniPesterAt] $MiniPesterExactly)) { return $false }
        }
        return $true
    }
    if ($null -eq $MiniPesterOne -or $null -eq $MiniPesterOther) { return $null -eq $MiniPesterOne -and $null -eq $MiniPesterOther }
    if ($MiniPesterExactly) { $MiniPesterOne -ceq $MiniPesterOther } else { $MiniPesterOne -eq $MiniPesterOther }
}

function MiniPesterAssert([bool]$MiniPesterHolds, [bool]$MiniPesterNot, [string]$MiniPesterText, [string]$MiniPesterBecause) {
    $MiniPester.Assertions++
    if ($MiniPesterHolds -ne $MiniPesterNot) { return }
    throw "Expected $(if ($MiniPesterNot) { 'not ' })$MiniPesterText.$(if ($MiniPesterBecause) { " Because $MiniPesterBecause." })"
}

function MiniPesterCompare([string]$MiniPesterOperator, $MiniPesterActual, $MiniPesterExpected) {
    switch ($MiniPesterOperator) {
        'Be' { MiniPesterEqual $MiniPesterActual $MiniPesterExpected $false }
        'BeExactly' { MiniPesterEqual $MiniPesterActual $MiniPesterExpected $true }
        'BeTrue' { [bool]$MiniPesterActual }
        'BeFalse' { -not [bool]$MiniPesterActual }
        'BeNullOrEmpty' { $null -eq $MiniPesterActual -or $MiniPesterActual -eq '' -or ((MiniPesterIsCollection $MiniPesterActual) -and @($MiniPesterActual).Count -eq 0) -or ($MiniPesterActual -is [Collections.IDictionary] -and $MiniPesterActual.Count -eq 0) }
        'BeOfType' { $MiniPesterActual -is $MiniPesterExpected }
        'Match' { $MiniPesterActual -match $MiniPesterExpected }
        'MatchExactly' { $MiniPesterActual -cmatch $MiniPesterExpected }
        'BeLike' { $MiniPesterActual -like $MiniPesterExpected }
        'Contain' { @($MiniPesterActual) -contains $MiniPesterExpected }
        'HaveCount' { $(if ($null -eq $MiniPesterActual) { 0 } else { @($MiniPesterActual).Count }) -eq $MiniPesterExpected }
        'BeGreaterThan' { $MiniPesterActual -gt $MiniPesterExpected }
        'BeGreaterOrEqual' { $MiniPesterActual -ge $MiniPesterExpected }
        'BeLessThan' { $MiniPesterActual -lt $MiniPesterExpected }
        'BeLessOrEqual' { $MiniPesterActual -le $MiniPesterExpected }
        'BeIn' { @($MiniPesterExpected) -contains $MiniPesterActual }
    }
}

function MiniPesterShouldThrow($MiniPesterActual, $MiniPesterBound) {
    if ($MiniPesterActual -isnot [scriptblock]) { throw 'Should -Throw takes a script block.' }
    $MiniPesterCaught = $null
    try { $null = & $MiniPesterActual } catch { $MiniPesterCaught = $_ }
    $MiniPesterNot = [bool]$MiniPesterBound['Not']
    $MiniPesterText = "an error$(foreach ($MiniPesterKey in 'ExpectedMessage', 'ErrorId', 'ExceptionType') { if ($MiniPesterBound.ContainsKey($MiniPesterKey)) { " with $MiniPesterKey '$($MiniPesterBound[$MiniPesterKey])'" } })"
    $MiniPesterHolds = $null -ne $MiniPesterCaught
    if ($MiniPesterHolds -and $MiniPesterBound.ContainsKey('ExpectedMessage')) { $MiniPesterHolds = $MiniPesterCaught.Exception.Message -like $MiniPesterBound['ExpectedMessage'] }
    if ($MiniPesterHolds -and $MiniPesterBound.ContainsKey('ErrorId')) { $MiniPesterHolds = $MiniPesterCaught.FullyQualifiedErrorId -like $MiniPesterBound['ErrorId'] }
    if ($MiniPesterHolds -and $MiniPesterBound.ContainsKey('ExceptionType')) { $MiniPesterHolds = $MiniPesterCaught.Exception -is $MiniPesterBound['ExceptionType'] }
    $MiniPesterSaw = if ($MiniPesterCaught) { "[$($MiniPesterCaught.FullyQualifiedErrorId)] $($MiniPesterCaught.Exception.Message)" } else { 'no error' }
    MiniPesterAssert $MiniPesterHolds $MiniPesterNot "$MiniPesterText, but got $MiniPesterSaw" $MiniPesterBound['Because']
    if ($MiniPesterBound['PassThru']) { $MiniPesterCaught }
}

function Should {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipeline)] $ActualValue,
        [switch]$Not, [string]$Because,
        [Parameter(Mandatory, ParameterSetName = 'Be')][switch]$Be,
        [Parameter(Mandatory, ParameterSetName = 'BeExactly')][switch]$BeExactly,
        [Parameter(Mandatory, ParameterSetName = 'BeTrue')][switch]$BeTrue,
        [Parameter(Mandatory, ParameterSetName = 'BeFalse')][switch]$BeFalse,
        [Parameter(Mandatory, ParameterSetName = 'BeNullOrEmpty')][switch]$BeNullOrEmpty,
        [Parameter(Mandatory, ParameterSetName = 'BeOfType')][switch]$BeOfType,
        [Parameter(Mandatory, ParameterSetName = 'Match')][switch]$Match,
        [Parameter(Mandatory, ParameterSetName = 'MatchExactly')][switch]$MatchExactly,
        [Parameter(Mandatory, ParameterSetName = 'BeLike')][switch]$BeLike,
        [Parameter(Mandatory, ParameterSetName = 'Contain')][switch]$Contain,
        [Parameter(Mandatory, ParameterSetName = 'HaveCount')][switch]$HaveCount,
        [Parameter(Mandatory, ParameterSetName = 'BeGreaterThan')][switch]$BeGreaterThan,
        [Parameter(Mandatory, ParameterSetName = 'BeGreaterOrEqual')][switch]$BeGreaterOrEqual,
        [Parameter(Mandatory, ParameterSetName = 'BeLessThan')][switch]$BeLessThan,
        [Parameter(Mandatory, ParameterSetName = 'BeLessOrEqual')][switch]$BeLessOrEqual,
        [Parameter(Mandatory, ParameterSetName = 'BeIn')][switch]$BeIn,
        [Parameter(Mandatory, ParameterSetName = 'Throw')][switch]$Throw,
        [Parameter(Position = 0, ParameterSetName = 'Be')]
        [Parameter(Position = 0, ParameterSetName = 'BeExactly')]
        [Parameter(Position = 0, ParameterSetName = 'BeOfType')]
        [Parameter(Position = 0, ParameterSetName = 'Match')]
        [Parameter(Position = 0, ParameterSetName = 'MatchExactly')]
        [Parameter(Position = 0, ParameterSetName = 'BeLike')]
        [Parameter(Position = 0, ParameterSetName = 'Contain')]
        [Parameter(Position = 0, ParameterSetName = 'HaveCount')]
        [Parameter(Position = 0, ParameterSetName = 'BeGreaterThan')]
        [Parameter(Position = 0, ParameterSetName = 'BeGreaterOrEqual')]
        [Parameter(Position = 0, ParameterSetName = 'BeLessThan')]
        [Parameter(Position = 0, ParameterSetName = 'BeLessOrEqual')]
        [Parameter(Position = 0, ParameterSetName = 'BeIn')]
        [AllowNull()][AllowEmptyString()][AllowEmptyCollection()] $ExpectedValue,
        [Parameter(Position = 0, ParameterSetName = 'Throw')][string]$ExpectedMessage,
        [Parameter(ParameterSetName = 'Throw')][string]$ErrorId,
        [Parameter(ParameterSetName = 'Throw')][type]$ExceptionType,
        [Parameter(ParameterSetName = 'Throw')][switch]$PassThru
    )
    begin { $MiniPesterItems = [Collections.Generic.List[object]]::new() }
    process { if ($MyInvocation.ExpectingInput -or $PSBoundParameters.ContainsKey('ActualValue')) { $MiniPesterItems.Add($ActualValue) } }
    end {
        $MiniPesterOperator = $PSCmdlet.ParameterSetName
        if ($MiniPesterOperator -eq 'Throw') { return MiniPesterShouldThrow $MiniPesterItems[0] $PSBoundParameters }
        # These take the whole pipeline at once; the others look at each item, as Pester's do.
        $MiniPesterWhole = $MiniPesterOperator -in 'Be', 'BeExactly', 'BeNullOrEmpty', 'Contain', 'HaveCount'
        $MiniPesterExpectation = "to $MiniPesterOperator$(if ($PSBoundParameters.ContainsKey('ExpectedValue')) { " $(MiniPesterFormat $ExpectedValue)" })"
        if ($MiniPesterItems.Count -eq 0) { MiniPesterCheck $null }
        elseif ($MiniPesterWhole -and $MiniPesterItems.Count -gt 1) { MiniPesterCheck $MiniPesterItems.ToArray() }
        else { foreach ($MiniPesterItem in $MiniPesterItems) { MiniPesterCheck $MiniPesterItem } }
    }
}

# Called by Should alone, whose variables it reads.
function MiniPesterCheck($MiniPesterValue) {
    $MiniPesterHolds = MiniPesterCompare $MiniPesterOperator $MiniPesterValue $ExpectedValue
    MiniPesterAssert ([bool]$MiniPesterHolds) $Not.IsPresent "$(MiniPesterFormat $MiniPesterValue) $MiniPesterExpectation" $Because
}
