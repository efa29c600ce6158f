BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $names = 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN',
        'AWS_REGION', 'AWS_DEFAULT_REGION',
        'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_EC2_METADATA_DISABLED',
        'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_WEB_IDENTITY_TOKEN_FILE'
    $before = @{}
    foreach ($name in $names) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }
    # A machine without any account.
    $nowhere = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
    [Environment]::SetEnvironmentVariable('AWS_CONFIG_FILE', $nowhere)
    [Environment]::SetEnvironmentVariable('AWS_SHARED_CREDENTIALS_FILE', $nowhere)
    [Environment]::SetEnvironmentVariable('AWS_EC2_METADATA_DISABLED', 'true')
    Disconnect-PoolAccount
}
AfterAll {
    foreach ($name in $names) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    Disconnect-PoolAccount
}

Describe 'Without an account' {
    AfterEach { Disconnect-PoolAccount }

    It 'says that no Region is known, and how to name one' {
        [Environment]::SetEnvironmentVariable('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
        [Environment]::SetEnvironmentVariable('AWS_SECRET_ACCESS_KEY', 'verysecretvalue')
        try {
            { Get-CognitoIdentityPool -ErrorAction Stop } |
                Should -Throw -ErrorId 'NoRegion,*' -ExpectedMessage '*-Region*Connect-PoolAccount -Sandbox*'
        }
        finally {
            [Environment]::SetEnvironmentVariable('AWS_ACCESS_KEY_ID', $null)
            [Environment]::SetEnvironmentVariable('AWS_SECRET_ACCESS_KEY', $null)
            Disconnect-PoolAccount
        }
    }

    It 'says that no credentials were found, and where they are looked for' {
        { Get-CognitoIdentityPool -Region us-east-1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'NoCredentials,*' -ExpectedMessage '*-ProfileName or -Credential*Connect-PoolAccount -Sandbox*'
        { Connect-PoolAccount -Region us-east-1 -ErrorAction Stop } | Should -Throw -ErrorId 'NoCredentials,*'
    }

    It 'ends the pipeline at once, because no later item can do better' {
        $failed = $null
        try { 'a', 'b', 'c' |
            New-CognitoIdentityPool -Region us-east-1 -ErrorVariable failed -ErrorAction SilentlyContinue } catch { $failed = @($_) }
        @($failed).Count | Should -Be 1
    }

    It 'takes keys as text and as SecureString' -ForEach @(@{ secure = $false }, @{ secure = $true }) {
        $secret = if ($secure) { ConvertTo-SecureString 'verysecretvalue' -AsPlainText -Force } else { 'verysecretvalue' }
        $failure = $null
        try { Connect-PoolAccount -AccessKey AKIAEXAMPLE -SecretKey $secret -SessionToken 'verysecrettoken' `
            -Region us-east-1 -EndpointUrl 'http://127.0.0.1:9/' -ErrorAction Stop } catch { $failure = $_ }
        # The keys were taken: only the network is missing.
        $failure.FullyQualifiedErrorId | Should -BeLike 'NetworkFailure,*'
        "$failure $($failure.Exception) $($failure.ErrorDetails)" | Should -Not -Match 'verysecret'
    }

    It 'takes a PSCredential' {
        $credential = [System.Management.Automation.PSCredential]::new('AKIAEXAMPLE',
            (ConvertTo-SecureString 'verysecretvalue' -AsPlainText -Force))
        { Connect-PoolAccount -Credential $credential -Region us-east-1 -EndpointUrl 'http://127.0.0.1:9/' `
            -ErrorAction Stop } | Should -Throw -ErrorId 'NetworkFailure,*'
    }

    It 'needs none for the sandbox' {
        (Connect-PoolAccount -Sandbox).IsSandbox | Should -BeTrue
    }
}
