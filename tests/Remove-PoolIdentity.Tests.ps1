BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-PoolIdentity' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -NoRole -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Add-PoolSandboxIdentity shop -Count 130
        Add-PoolSandboxIdentity shop -Count 5 -Provider Google
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'removes what is piped, 60 with each call' {
        Get-PoolIdentity shop | Where-Object IdentityType -eq 'Guest' | Remove-PoolIdentity -Force | Should -BeNullOrEmpty
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteIdentities').Count | Should -Be 3
        (Get-PoolIdentity shop).IdentityType | Sort-Object -Unique | Should -Be 'Authenticated'
    }

    It 'writes one result for each identity with -PassThru' {
        $results = @(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru)
        $results.Count | Should -Be 135
        @($results.IdentityId | Sort-Object -Unique).Count | Should -Be 135
        "$($results.Status | Sort-Object -Unique)" | Should -Be 'Removed'
        $results[0].IdentityPoolId | Should -Be $pool.IdentityPoolId
    }

    It 'takes ids as text and objects with an IdentityId' {
        $some = @(Get-PoolIdentity shop | Select-Object -First 3)
        $some[0].IdentityId, [pscustomobject]@{ IdentityId = $some[1].IdentityId },
            @{ IdentityId = $some[2].IdentityId } | Remove-PoolIdentity -Force
        @(Get-PoolIdentity shop).Count | Should -Be 132
    }

    It 'counts an id that is piped twice once' {
        $one = Get-PoolIdentity shop | Select-Object -First 1
        @($one, $one, $one.IdentityId | Remove-PoolIdentity -Force -PassThru -InformationVariable said).Count | Should -Be 1
        $said.MessageData.Given | Should -Be 1
        $said.MessageData.Repeated | Should -Be 2
    }

    It 'takes rows of a table by their column IdentityId, and the Region from each id' {
        New-CognitoIdentityPool far -Region eu-west-1 -GuestAccess -NoRole | Out-Null
        Add-PoolSandboxIdentity (Get-CognitoIdentityPool far -Region eu-west-1) -Count 3
        $rows = @(Get-PoolIdentity shop | Select-Object -First 2) +
            @(Get-CognitoIdentityPool far -Region eu-west-1 | Get-PoolIdentity) |
            ForEach-Object { [pscustomobject]@{ Name = 'x'; IdentityId = $_.IdentityId; IdentityPoolId = $_.IdentityPoolId } }
        Set-PoolSandbox -ClearCall
        $results = @($rows | Remove-PoolIdentity -Force -PassThru)
        $results.Count | Should -Be 5
        @($results | Where-Object IdentityPoolId -eq $pool.IdentityPoolId).Count | Should -Be 2
        "$((Get-PoolSandbox).Calls | Where-Object Changing | ForEach-Object Region | Sort-Object)" | Should -Be 'eu-west-1 us-east-1'
    }

    It 'sums up in an information record that adds up' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'UnprocessedIdentities'; UnprocessedCount = 4
            ErrorCode = 'AccessDenied' }
        $failed = $null
        Get-PoolIdentity shop | ForEach-Object { $_; if ("$($_.IdentityType)" -eq 'Authenticated') { 'nonsense' } } |
            Remove-PoolIdentity -Force -InformationVariable said -ErrorAction SilentlyContinue -ErrorVariable failed
        @($said).Count | Should -Be 1
        $said.Tags | Should -Contain 'CognitoPoolsSummary'
        $sum = $said.MessageData
        $sum.Given, $sum.Removed, $sum.Failed, $sum.Unknown, $sum.NotSent, $sum.Refused, $sum.Stopped |
            Should -Be @(135, 131, 4, 0, 0, 5, $false)
        @($failed).Count | Should -Be 9
        "$sum" | Should -BeLike '135 identities given: 131 removed, 4 failed, 0 unknown, 0 not sent; 5 items refused; *'
        Get-PoolIdentity shop | Remove-PoolIdentity -Force -InformationVariable again
        "$($again.MessageData.Given) $($again.MessageData.Removed)" | Should -Be '4 4'
    }

    It 'says what is unknown when the answer is lost, and a second run finishes' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'ConnectionReset'; Times = 12; AfterApply = $true }
        $failed = $null
        $results = @(Get-PoolIdentity shop | Select-Object -First 10 |
            Remove-PoolIdentity -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue)
        "$($results.Status | Sort-Object -Unique)" | Should -Be 'Unknown'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'IdentityRemovalUnknown,*'
        Set-PoolSandbox -ClearFault
        "$($results | Remove-PoolIdentity -Force -PassThru | ForEach-Object Status | Sort-Object -Unique)" | Should -Be 'Removed'
    }

    It 'says once to run the command again when the service failed' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'InternalError'; Times = 99; AfterApply = $true },
            @{ Operation = 'DescribeIdentity'; Kind = 'InternalError'; Times = 99 }
        Get-PoolIdentity shop | Select-Object -First 1 |
            Remove-PoolIdentity -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].ErrorDetails.RecommendedAction + $failed[0].ErrorDetails.Message | Should -Not -Match 'command again later'
        [regex]::Matches("$($failed[0])", 'command again').Count | Should -Be 1
    }

    It 'ends with one error when the credentials have expired, and says what was not sent' {
        Add-PoolSandboxIdentity shop -Count 2000
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; ErrorCode = 'ExpiredTokenException'; AtCall = 3; Times = 1000 }
        $said = $null
        { Get-PoolIdentity shop | Remove-PoolIdentity -Force -InformationVariable global:said } |
            Should -Throw -ErrorId 'CredentialsRefused,*'
        $sum = $global:said.MessageData
        $sum.Removed | Should -Be 120
        $sum.Failed | Should -Be 0
        $sum.Given | Should -Be ($sum.Removed + $sum.NotSent)
    }

    It 'tries again what the service leaves unprocessed' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'UnprocessedIdentities'; Times = 2; UnprocessedCount = 7 }
        "$(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | ForEach-Object Status | Sort-Object -Unique)" | Should -Be 'Removed'
        @(Get-PoolIdentity shop).Count | Should -Be 0
    }

    It 'makes one error for each identity that stays, and goes on with the rest' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; ErrorCode = 'NotAuthorizedException'
            Message = 'Told to fail.'; Times = 1 }
        $failed = $null
        $results = @(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue)
        $results.Count | Should -Be 135
        # Several calls are under way, so that any of them may be the one that fails: one of 60, or the last, of 15.
        $stayed = @($results | Where-Object Status -eq 'Failed').Count
        60, 15 | Should -Contain $stayed
        @($failed).Count | Should -Be $stayed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'IdentityNotRemoved,*'
        $failed[0].ErrorDetails.Message | Should -BeLike '*Told to fail.*'
        @(Get-PoolIdentity shop).Count | Should -Be $stayed
    }

    It 'makes an error of each bad item and goes on: <what>' -ForEach @(
        @{ what = 'null'; bad = $null; id = 'InvalidIdentityId,*' }
        @{ what = 'an empty id'; bad = ''; id = 'InvalidIdentityId,*' }
        @{ what = 'a malformed id'; bad = 'nonsense'; id = 'InvalidIdentityId,*' }
    ) {
        $good = (Get-PoolIdentity shop | Select-Object -First 1).IdentityId
        $failed = $null
        $results = @($good, $bad | Remove-PoolIdentity -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue)
        "$($results.Status)" | Should -Be 'Removed'
        @($failed).Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike $id
    }

    It 'never takes a pool for an identity' {
        { $pool | Remove-PoolIdentity -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'PoolGivenForIdentity,*' -ExpectedMessage '*Get-PoolIdentity*'
        @(Get-PoolIdentity shop).Count | Should -Be 135
    }

    It 'does nothing for an empty pipeline' {
        @() | Remove-PoolIdentity -Force
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'sends no changing call with -WhatIf, even with -Force' {
        Get-PoolIdentity shop | Remove-PoolIdentity -Force -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'refuses the id of a pool that the connection has seen, as text too' {
        { $pool.IdentityPoolId | Remove-PoolIdentity -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidIdentityId,*' -ExpectedMessage '*Remove-CognitoIdentityPool*'
        { [pscustomobject]@{ IdentityPoolId = $pool.IdentityPoolId } | Remove-PoolIdentity -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidIdentityId,*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'sends nothing more when the pipeline stops early' {
        Add-PoolSandboxIdentity shop -Count 5000
        @(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | Select-Object -First 1).Count | Should -Be 1
        $left = @(Get-PoolIdentity shop).Count
        $left | Should -BeGreaterThan 3000
        ($left - 5135) % 60 | Should -Be 0
    }

    It 'removes the rest of a batch that the service refuses for one id' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; ErrorCode = 'InvalidParameterException'; Message = 'Told to fail.' }
        "$(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | ForEach-Object Status | Sort-Object -Unique)" | Should -Be 'Removed'
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteIdentities').Count | Should -Be 5
    }

    It 'keeps to the rate of the connection, so that nothing is throttled' {
        Connect-PoolAccount -Sandbox -RequestRate @{ ListIdentities = 20; DeleteIdentities = 20 } | Out-Null
        New-CognitoIdentityPool shop -GuestAccess -NoRole | Out-Null
        Add-PoolSandboxIdentity shop -Count 1800
        Set-PoolSandbox -ClearCall -RequestRate @{ ListIdentities = 20; DeleteIdentities = 20 }
        Get-PoolIdentity shop | Remove-PoolIdentity -Force
        $calls = (Get-PoolSandbox).Calls
        @($calls | Where-Object ErrorCode).Count | Should -Be 0
        @($calls | Where-Object Changing).Count | Should -Be 30
    }

    It 'tells each call once to whoever reads verbose text' {
        $said = @(Get-PoolIdentity shop -Verbose 4>&1 |
            Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] } | Remove-PoolIdentity -Force -Verbose 4>&1)
        @($said | Where-Object { "$_" -match 'DeleteIdentities' }).Count | Should -Be 3
    }

    It 'goes on through throttling' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'Throttle'; Times = 2 }
        Get-PoolIdentity shop | Remove-PoolIdentity -Force
        @(Get-PoolIdentity shop).Count | Should -Be 0
    }

    Context 'takes an identity and nothing else' {
        BeforeEach {
            Set-PoolRole shop Guest -CreateRole
            Set-CognitoIdentityPool shop -DeveloperProviderName login.example
            New-PoolDeveloperToken shop anna | Out-Null
            Set-PoolSandbox -ClearCall
            $others = @{
                credential           = { Get-PoolCredential shop }
                token                = { Get-PoolDeveloperIdentity shop anna | New-PoolDeveloperToken }
                'developer identity' = { Get-PoolDeveloperIdentity shop anna }
                decision             = { Resolve-PoolRole shop -Guest }
                role                 = { Get-PoolRole shop }
                measurement          = { Measure-PoolIdentity shop }
            }
            $ways = @{
                live     = { $input }
                selected = { $input | Select-Object * }
                CSV      = { $input | ConvertTo-Csv | ConvertFrom-Csv }
                JSON     = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
                CLIXML   = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@($input))) }
            }
        }

        It 'refuses a <kind>, <way>' -ForEach @(
            foreach ($kind in 'credential', 'token', 'developer identity', 'decision', 'role', 'measurement') {
                foreach ($way in 'live', 'selected', 'CSV', 'JSON', 'CLIXML') { @{ kind = $kind; way = $way } }
            }
        ) {
            @(& $others[$kind]) | & $ways[$way] | Remove-PoolIdentity -Force -ErrorVariable refused -ErrorAction SilentlyContinue `
                -InformationAction Ignore
            $refused[0].FullyQualifiedErrorId | Should -BeLike 'NotAnIdentity,*'
            (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteIdentities'
        }

        It 'takes an identity, and the result of an earlier try, <way>' -ForEach @(
            foreach ($way in 'live', 'selected', 'CSV', 'JSON', 'CLIXML') { @{ way = $way } }
        ) {
            $given = @(Get-PoolIdentity shop -Guest | Select-Object -First 2)
            $results = @($given[0] | & $ways[$way] | Remove-PoolIdentity -Force -PassThru -InformationAction Ignore)
            @($results + $given[1] | & $ways[$way] | Remove-PoolIdentity -Force -PassThru -InformationAction Ignore).Status |
                Should -Contain 'Removed'
        }
    }
}
