BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Connect-PoolAccount' {
    AfterEach { Disconnect-PoolAccount }

    It 'makes an account in memory with -Sandbox' {
        $account = Connect-PoolAccount -Sandbox -Region eu-central-1
        $account.IsSandbox | Should -BeTrue
        $account.Region | Should -Be 'eu-central-1'
        $account.AccountId | Should -Be '123456789012'
        $account.CallerArn | Should -Match '^arn:aws:(iam|sts)::123456789012:'
    }

    It 'gives the sandbox a Region when none is named' {
        (Connect-PoolAccount -Sandbox).Region | Should -Be 'us-east-1'
    }

    It 'makes a new, empty account each time' {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess | Out-Null
        Connect-PoolAccount -Sandbox | Out-Null
        Get-CognitoIdentityPool | Should -BeNullOrEmpty
    }

    It 'names an unknown profile' {
        { Connect-PoolAccount -ProfileName 'no-such-profile' -Region us-east-1 } |
            Should -Throw -ErrorId 'UnknownProfile,*' -ExpectedMessage '*no-such-profile*'
    }

    It 'refuses a Region that cannot be one' {
        { Connect-PoolAccount -Sandbox -Region 'not a region' } | Should -Throw -ErrorId 'InvalidRegion,*' -ExpectedMessage '*not a region*'
    }

    It 'refuses a secret key that is neither text nor a SecureString' {
        { Connect-PoolAccount -AccessKey AKIAEXAMPLE -SecretKey 42 -Region us-east-1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidSecretKey,*'
    }

    It 'says that the network failed when nothing listens at the endpoint, and never shows the secret key' {
        $failure = $null
        try { Connect-PoolAccount -AccessKey AKIAEXAMPLE -SecretKey 'verysecretvalue' -Region us-east-1 `
            -EndpointUrl 'http://127.0.0.1:9/' -ErrorAction Stop -Verbose 4>&1 | Out-Null }
        catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NetworkFailure,*'
        ($failure | Out-String) | Should -Not -Match 'verysecretvalue'
    }

    It 'sets request rates, and a sandbox has none unless they are set' {
        (Connect-PoolAccount -Sandbox).RequestRates.Count | Should -Be 0
        $rates = (Connect-PoolAccount -Sandbox -RequestRate @{ listidentities = 2.5; DeleteIdentities = 0 }).RequestRates
        $rates.Count | Should -Be 1
        $rates['ListIdentities'] | Should -Be 2.5
    }

    It 'refuses a request rate of <what>' -ForEach @(
        @{ what = 'no known operation'; rates = @{ ListIdentites = 5 }; message = '*Did you mean ListIdentities?*' }
        @{ what = 'no number'; rates = @{ ListIdentities = 'many' }; message = '*rate of ListIdentities must be a number; got ''many''*' }
        @{ what = 'nearly nothing'; rates = @{ ListIdentities = [double]::Epsilon }; message = '*0.001 to 1000000*' }
        @{ what = 'less than zero'; rates = @{ ListIdentities = -1 }; message = '*must not be negative*' }
    ) {
        { Connect-PoolAccount -Sandbox -RequestRate $rates -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequestRate,*' -ExpectedMessage $message
    }

    It 'warns once of an endpoint that others can listen to' {
        $to = @{ AccessKey = 'AKIAEXAMPLE'; SecretKey = 'verysecretvalue'; Region = 'us-east-1'; ErrorAction = 'SilentlyContinue'
            WarningVariable = 'said'; WarningAction = 'SilentlyContinue' }
        # The name does not resolve, so nothing is sent.
        Connect-PoolAccount @to -EndpointUrl 'http://emulator.invalid:5000'
        @($said).Count | Should -Be 1
        "$said" | Should -BeLike '*http://emulator.invalid:5000/ is not encrypted*'
        Connect-PoolAccount @to -EndpointUrl 'http://localhost:9'
        $said | Should -BeNullOrEmpty
        Connect-PoolAccount @to -EndpointUrl 'https://emulator.invalid'
        $said | Should -BeNullOrEmpty
        $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = 'AKIAEXAMPLE', 'verysecretvalue'
        try {
            Get-CognitoIdentityPool -EndpointUrl 'http://emulator.invalid:5000' -Region us-east-1 -ErrorAction SilentlyContinue `
                -WarningVariable said -WarningAction SilentlyContinue
        }
        finally { Remove-Item env:AWS_ACCESS_KEY_ID, env:AWS_SECRET_ACCESS_KEY }
        @($said).Count | Should -Be 1
    }

    It 'leaves the account of before when connecting fails' {
        Connect-PoolAccount -Sandbox -Region eu-west-1 | Out-Null
        { Connect-PoolAccount -ProfileName 'no-such-profile' -Region us-east-1 } | Should -Throw
        (Get-PoolAccount).IsSandbox | Should -BeTrue
    }

    It 'makes no sandbox with -Sandbox:$false' {
        { Connect-PoolAccount -Sandbox:$false -Region nowhere -AccessKey AKIAEXAMPLE -SecretKey hidden -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRegion,*'
        { Connect-PoolAccount -Sandbox -ProfileName work -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidProfileName,*'
    }

    It 'chooses one account: <parameters>' -ForEach @(
        @{ parameters = @{ ProfileName = 'work' }; id = 'InvalidProfileName' }
        @{ parameters = @{ EndpointUrl = 'http://localhost:1' }; id = 'InvalidEndpointUrl' }
    ) {
        $account = Connect-PoolAccount -Sandbox
        $pool = New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue
        { Get-CognitoIdentityPool -Connection $account @parameters -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
        { $pool | Get-CognitoIdentityPool @parameters -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
    }
}
