BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'The lists and tables of objects' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -Tag @{ team = 'web'; cost = '7' } `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Facebook = '123456789012345' }
        Set-PoolIdentityProvider shop Google -RoleSetting Rules -RoleResolution Deny `
            -Rule @{ Claim = 'hd'; Value = 'a'; Role = $pool.AuthenticatedRole }
        $pool = Get-CognitoIdentityPool shop
        Add-PoolSandboxIdentity shop -Count 3
        Add-PoolSandboxIdentity shop -Count 2 -Provider Google
        Add-PoolSandboxIdentity shop -Provider Facebook
    }
    AfterEach { Disconnect-PoolAccount }

    It 'are right in CSV' {
        $row = $pool | ConvertTo-Csv | ConvertFrom-Csv
        $row.Tags | Should -Be 'cost=7; team=web'
        $row.Providers | Should -BeLike 'Google accounts.google.com*; Facebook*'
        $row.Unreadable | Should -Be ''
        (Get-PoolIdentity shop -Provider Google | ConvertTo-Csv | ConvertFrom-Csv)[0].Logins | Should -Be 'accounts.google.com'
        (Get-PoolRole shop | ConvertTo-Csv | ConvertFrom-Csv)[0].Use | Should -BeLike 'AuthenticatedRole; Rule 1 of*'
        "$(Get-PoolIdentityProvider shop Google | ConvertTo-Csv)" | Should -Not -Match 'System\.|CognitoPools\.'
    }

    It 'are grouped by what they hold' {
        Get-PoolIdentity shop | Group-Object Logins | Sort-Object Count | ForEach-Object Count | Should -Be 1, 2, 3
    }

    It 'are sorted and made unique by what they hold' {
        @(Get-PoolIdentity shop | Sort-Object Logins -Unique) | Should -HaveCount 3
    }

    It 'are compared by what they hold' {
        Compare-Object $pool (Get-CognitoIdentityPool shop) -Property Tags, Providers | Should -BeNullOrEmpty
        Set-CognitoIdentityPool shop -Tag @{ team = 'app' }
        Compare-Object $pool (Get-CognitoIdentityPool shop) -Property Tags, Providers | Should -HaveCount 2
    }

    It 'read well in a string' {
        "$($pool.Tags)" | Should -Be 'cost=7; team=web'
        "$((Get-PoolIdentity shop -Provider Facebook).Logins)" | Should -Be 'graph.facebook.com'
    }

    It 'are indexed and enumerated as in every script' {
        $pool.Tags.team | Should -Be 'web'
        $pool.Tags['cost'] | Should -Be '7'
        $pool.Tags.Keys | Should -Be 'cost', 'team'
        $pool.Providers[0].Name | Should -Be 'accounts.google.com'
        $pool.Providers.Name | Should -Be 'accounts.google.com', 'graph.facebook.com'
        $pool.Providers.Count | Should -Be 2
        $pool.Providers[0].Rules -contains $pool.Providers[0].Rules[0] | Should -BeTrue
    }

    It 'cannot be changed' {
        { $pool.Providers[0] = $null } | Should -Throw '*cannot be changed*'
        { $pool.Tags['team'] = 'x' } | Should -Throw '*cannot be changed*'
        { $pool.Tags.Add('a', 'b') } | Should -Throw
        { $pool.Providers.Clear() } | Should -Throw
    }

    It 'go through JSON as arrays and objects' {
        $back = $pool | ConvertTo-Json -Depth 6 | ConvertFrom-Json
        $back.Tags.team | Should -Be 'web'
        $back.Providers[0].Rules[0].Claim | Should -Be 'hd'
        ConvertTo-Json $pool.Unreadable -Compress | Should -Be '[]'
    }
}
