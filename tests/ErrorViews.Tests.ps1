# One error of each kind in each view of PowerShell, as wide as two terminals.
$kinds = @(
    @{ kind = 'an error of the catalogue'; provoke = { Get-CognitoIdentityPool shopp }
        cause = "Identity pool 'shopp' does not exist in us-east-1."; cure = "Did you mean 'shop'? Names are case-sensitive." }
    @{ kind = 'a value that is not valid'; provoke = { Get-CognitoIdentityPool '[shop' }
        cause = "IdentityPool '[shop' is not a valid wildcard pattern."; cure = "Close the bracket, as in 'dev-[ab]*'" }
    @{ kind = 'a failed plan'
        provoke = { Set-PoolSandbox -Fault @{ Operation = 'UpdateIdentityPool'; ErrorCode = 'InvalidParameterException'
                Message = 'Invalid Cognito Identity Provider' }
            Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 }
        cause = 'failed: Invalid Cognito Identity Provider.'; cure = 'Check the user pool id and the client id' }
    @{ kind = 'an error of the service'
        provoke = { Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'ShopClosedException'; Message = 'Come back.' }
            Get-CognitoIdentityPool }
        cause = 'AWS refused the request with ShopClosedException: Come back.'; cure = 'Look up the code' }
)
# Of these errors PowerShell shows a record of its own.
$copies = @(
    @{ kind = 'an error that ends the pipeline'; provoke = { Get-CognitoIdentityPool -Tag @{ team = $null } }
        cause = "-Tag must not contain null as the value of 'team'."; cure = 'Specify a value, or omit -Tag.' }
    @{ kind = 'an error with -ErrorAction Stop'; provoke = { Get-CognitoIdentityPool shopp -ErrorAction Stop }
        cause = "Identity pool 'shopp' does not exist in us-east-1."; cure = "Did you mean 'shop'? Names are case-sensitive." }
    @{ kind = 'an error of the binder'; provoke = { New-CognitoIdentityPool other -Tag 5 }
        cause = 'The value must be a table, not a value of type Int32.'; cure = "Specify, for example, @{ key = 'value' }." }
)
$everywhere = foreach ($width in 80, 120) {
    foreach ($case in $kinds + $copies) {
        foreach ($view in 'ConciseView', 'NormalView') { $case + @{ view = $view; width = $width } }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    function Get-Failure($Provoke) { try { & $Provoke 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ } }
    # Views break lines anywhere, and begin lines with a bar.
    function Get-Letter($Text) { $Text -replace '\e\[[\d;]*m' -replace '[\s|]' }
    function Get-Count($Text, $Part) { [regex]::Matches((Get-Letter $Text), [regex]::Escape((Get-Letter $Part))).Count }
}

Describe 'What a view shows of an error' {
    BeforeEach {
        $ErrorActionPreference = 'Continue'
        $WarningPreference = 'SilentlyContinue'
        $ConfirmPreference = 'None'
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -NoRole -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
    }
    AfterEach { Disconnect-PoolAccount }

    It 'is the cause once and the cure once: <kind> in <view>, <width> columns' -ForEach $everywhere {
        $failed = Get-Failure $provoke
        @($failed) | Should -HaveCount 1
        $ErrorView = $view
        $shown = $failed | Out-String -Width $width
        Get-Count $shown $cause | Should -Be 1
        Get-Count $shown $cure | Should -Be 1
    }

    It 'is the cause once and the cure once: <kind> in CategoryView' -ForEach $kinds {
        $failed = Get-Failure $provoke
        $ErrorView = 'CategoryView'
        $shown = $failed | Out-String -Width 80
        Get-Count $shown "$($failed.CategoryInfo)" | Should -Be 1
        Get-Count $shown $cause | Should -Be 1
        Get-Count $shown $cure | Should -Be 1
    }

    It 'is the cause once and the cure once: <kind> as text' -ForEach ($kinds + $copies) {
        $failed = Get-Failure $provoke
        Get-Count "$failed" $cause | Should -Be 1
        Get-Count "$failed" $cure | Should -Be 1
    }

    It 'is the cause once and the cure once outside the exception: <kind> in Get-Error' -ForEach ($kinds + $copies[0, 1]) {
        $failed = Get-Failure $provoke
        $shown = Get-Error -InputObject $failed | Out-String -Width 120
        $record = $shown -replace '(?ms)^\S*Exception\b.*?(?=^\S*TargetObject\b|^\S*CategoryInfo\b)'
        $record | Should -Match 'FullyQualifiedErrorId'
        Get-Count $record $cause | Should -Be 1
        Get-Count $record $cure | Should -Be 1
    }

    It 'has the cure as recommended action only where the message has not: <kind>' -ForEach ($kinds + $copies) {
        $failed = Get-Failure $provoke
        $message = if ($failed.ErrorDetails) { $failed.ErrorDetails.Message } else { $failed.Exception.Message }
        (Get-Count $message $cure) + (Get-Count "$($failed.ErrorDetails.RecommendedAction)" $cure) | Should -BeGreaterOrEqual 1
        if ($PSVersionTable.PSVersion -ge [version] '7.5') {
            (Get-Count $message $cure) + (Get-Count "$($failed.ErrorDetails.RecommendedAction)" $cure) | Should -Be 1
        }
    }
}
