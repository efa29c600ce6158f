BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $examples = Join-Path $PSScriptRoot '../examples'
    $userPool = @{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = '1example23456789' }
}

Describe 'The tutorials' {
    BeforeEach { Connect-PoolAccount -Sandbox | Out-Null }
    AfterAll { Disconnect-PoolAccount }

    It 'user-pool.ps1: guests and users of the user pool sign in, each kind with its role' {
        $pool, $lines = & (Join-Path $examples 'user-pool.ps1') @userPool
        "$lines" | Should -BeLike "*$($pool.IdentityPoolId)*"
        (Get-PoolCredential $pool).RoleArn.Split('/')[-1] | Should -Be $pool.GuestRole.Split('/')[-1]
        $token = New-PoolSandboxToken $pool CognitoUserPool
        (Get-PoolCredential $pool -Login @{ 'us-east-1_AbCdEf123' = $token }).RoleArn.Split('/')[-1] |
            Should -Be $pool.AuthenticatedRole.Split('/')[-1]
    }

    It 'user-pool.ps1: a second run changes nothing' {
        & (Join-Path $examples 'user-pool.ps1') @userPool | Out-Null
        $changes = @((Get-PoolSandbox).Calls | Where-Object Changing).Count
        & (Join-Path $examples 'user-pool.ps1') @userPool | Out-Null
        @((Get-PoolSandbox).Calls | Where-Object Changing).Count | Should -Be $changes
    }

    It 'private-prefix.ps1: the role allows the users'' own prefix and nothing else, and guests get nothing' {
        $pool = & (Join-Path $examples 'private-prefix.ps1') @userPool -Bucket shop-files
        $pool.GuestAccess | Should -Be $false
        $token = New-PoolSandboxToken $pool CognitoUserPool
        (Get-PoolCredential $pool -Login @{ 'us-east-1_AbCdEf123' = $token }).RoleArn.Split('/')[-1] |
            Should -Be $pool.AuthenticatedRole.Split('/')[-1]
        { Get-PoolCredential $pool -ErrorAction Stop } | Should -Throw -ErrorId 'GuestAccessOff,*'
        $written = @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'PutRolePolicy')
        $written.Count | Should -Be 1
        $policy = [uri]::UnescapeDataString($written[0].Request)
        $policy | Should -BeLike '*"Resource": "arn:aws:s3:::shop-files"*"private/${cognito-identity.amazonaws.com:sub}/*'
        $policy | Should -Not -BeLike '*"Resource": "[*]"*'
    }
}
