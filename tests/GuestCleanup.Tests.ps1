BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script = Join-Path $PSScriptRoot '../examples/guest-cleanup.ps1'
    $old = [DateTimeOffset]::UtcNow.AddDays(-100)
}

Describe 'examples/guest-cleanup.ps1' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '123-abc.apps.googleusercontent.com' } | Out-Null
        Add-PoolSandboxIdentity shop -Count 130 -CreationDate $old
        Add-PoolSandboxIdentity shop -Count 5 -CreationDate ([DateTimeOffset]::UtcNow.AddDays(-3))
        Add-PoolSandboxIdentity shop -Count 4 -Provider Google -CreationDate $old
    }
    AfterAll { Disconnect-PoolAccount }

    It 'removes the old guests, and neither young ones nor users' {
        $sum = & $script -Pool shop
        @($sum).Count | Should -Be 1
        $sum.Removed, $sum.Stayed, $sum.MoreToDo | Should -Be @(130, 0, $false)
        @(Get-PoolIdentity shop -Guest).Count | Should -Be 5
        @(Get-PoolIdentity shop -Authenticated).Count | Should -Be 4
    }

    It 'takes another age and another Region' {
        New-CognitoIdentityPool fern -GuestAccess -NoRole -Region eu-west-1 | Out-Null
        Add-PoolSandboxIdentity fern -Count 2 -Region eu-west-1 -CreationDate ([DateTimeOffset]::UtcNow.AddDays(-3))
        (& $script -Pool fern -OlderThanDays 2 -Region eu-west-1).Removed | Should -Be 2
    }

    It 'goes on in the next run where a bounded one ended' {
        $first = & $script -Pool shop -Most 100
        $first.Removed, $first.MoreToDo | Should -Be @(100, $true)
        $second = & $script -Pool shop -Most 100
        $second.Removed, $second.MoreToDo | Should -Be @(30, $false)
    }

    It 'is content with nothing to do' {
        & $script -Pool shop | Out-Null
        (& $script -Pool shop).Removed | Should -Be 0
    }

    It 'fails in the end when guests stayed, says how many, and the next run removes them' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'UnprocessedIdentities'; UnprocessedCount = 4
            ErrorCode = 'AccessDenied' }
        $caught = $null
        $sum = @()
        try { & $script -Pool shop 2>$null | ForEach-Object { $sum += $_ } } catch { $caught = "$_" }
        $caught | Should -BeLike "4 of 130 guests of 'shop' may not have been removed.*"
        $sum[0].Removed, $sum[0].Stayed | Should -Be @(126, 4)
        Set-PoolSandbox -ClearFault
        (& $script -Pool shop).Removed | Should -Be 4
    }

    It 'fails when the pool cannot be listed' {
        { & $script -Pool shopp } | Should -Throw -ErrorId 'PoolNotFound,*'
    }

    It 'signs in with the token of the managed identity, and leaves neither file nor variables' {
        $seen = @{}
        function Invoke-RestMethod { param($Uri, $Headers) $seen.Uri = $Uri
            $seen.Header = $Headers['X-IDENTITY-HEADER']; [pscustomobject]@{ access_token = 'the-token' } }
        function Connect-PoolAccount { param($Region) $seen.Region = $Region; $seen.Role = $env:AWS_ROLE_ARN
            $seen.File = $env:AWS_WEB_IDENTITY_TOKEN_FILE; $seen.Token = [System.IO.File]::ReadAllText($seen.File) }
        $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = 'http://127.0.0.1:1/token/', 'header'
        try {
            $sum = & $script -Pool shop -Region us-east-1 -RoleArn arn:aws:iam::123456789012:role/cleanup -Audience 'api://aws cleanup'
        }
        finally { $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = $null, $null }
        $sum.Removed | Should -Be 130
        $seen.Uri, $seen.Header, $seen.Region |
            Should -Be @('http://127.0.0.1:1/token/?resource=api%3A%2F%2Faws%20cleanup', 'header', 'us-east-1')
        $seen.Role, $seen.Token | Should -Be @('arn:aws:iam::123456789012:role/cleanup', 'the-token')
        [System.IO.File]::Exists($seen.File) | Should -Be $false
        "$env:AWS_WEB_IDENTITY_TOKEN_FILE$env:AWS_ROLE_ARN$env:AWS_ROLE_SESSION_NAME" | Should -Be ''
    }

    It 'says what is missing: <what>' -ForEach @(
        @{ what = 'an audience'; arguments = @{}; message = '-RoleArn requires -Audience*' }
        @{ what = 'a managed identity'; arguments = @{ Audience = 'api://aws-cleanup' }; message = 'No managed identity is available*' }
    ) {
        { & $script -Pool shop -RoleArn arn:aws:iam::123456789012:role/cleanup @arguments } | Should -Throw -ExpectedMessage $message
        @(Get-PoolIdentity shop -Guest).Count | Should -Be 135
    }
}
