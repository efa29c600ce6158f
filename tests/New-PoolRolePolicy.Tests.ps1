BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'New-PoolRolePolicy' {
    It 'is the console''s basic policy when nothing is said' {
        $policy = New-PoolRolePolicy | ConvertFrom-Json
        $policy.Version | Should -Be '2012-10-17'
        $policy.Statement[0].Effect | Should -Be 'Allow'
        $policy.Statement[0].Action | Should -Be 'cognito-identity:GetCredentialsForIdentity'
        $policy.Statement[0].Resource | Should -Be '*'
    }

    It 'gives each user a prefix of a bucket, with its listing' {
        $policy = New-PoolRolePolicy -S3Bucket shop-files -S3Prefix /private/ | ConvertFrom-Json
        $policy.Statement[0].Action | Should -Be 's3:ListBucket'
        $policy.Statement[0].Resource | Should -Be 'arn:aws:s3:::shop-files'
        $policy.Statement[0].Condition.StringLike.'s3:prefix' |
            Should -Be @('private/${cognito-identity.amazonaws.com:sub}', 'private/${cognito-identity.amazonaws.com:sub}/*')
        $policy.Statement[1].Action | Should -Be @('s3:GetObject', 's3:PutObject', 's3:DeleteObject')
        $policy.Statement[1].Resource |
            Should -Be @('arn:aws:s3:::shop-files/private/${cognito-identity.amazonaws.com:sub}',
                'arn:aws:s3:::shop-files/private/${cognito-identity.amazonaws.com:sub}/*')
    }

    It 'gives each user the items under their key' {
        $policy = New-PoolRolePolicy -DynamoDbTable orders -Region eu-west-1 -AccountId 123456789012 | ConvertFrom-Json
        $policy.Statement[0].Resource | Should -Be 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders'
        $policy.Statement[0].Condition.'ForAllValues:StringEquals'.'dynamodb:LeadingKeys' |
            Should -Be '${cognito-identity.amazonaws.com:sub}'
        $policy.Statement[0].Action | Should -Contain 'dynamodb:PutItem'
        (New-PoolRolePolicy -DynamoDbTable orders -ReadOnly) | Should -Not -Match 'PutItem|DeleteItem'
    }

    It 'allows an API given as <api>' -ForEach @(
        @{ api = 'a1b2c3d4e5'; resource = 'arn:aws:execute-api:*:*:a1b2c3d4e5/*' }
        @{ api = 'a1b2c3d4e5/prod'; resource = 'arn:aws:execute-api:*:*:a1b2c3d4e5/prod/*' }
        @{ api = 'a1b2c3d4e5/prod/GET/pets'; resource = 'arn:aws:execute-api:*:*:a1b2c3d4e5/prod/GET/pets' }
        @{ api = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/pets'
            resource = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/pets' }
    ) {
        (New-PoolRolePolicy -Api $api | ConvertFrom-Json).Statement[0].Resource | Should -Be $resource
    }

    It 'speaks of the Region''s partition' {
        New-PoolRolePolicy -S3Bucket shop-files -Region us-gov-west-1 |
            Should -BeLike '*arn:aws-us-gov:s3:::shop-files*${cognito-identity-us-gov.amazonaws.com:sub}*'
        New-PoolRolePolicy -S3Bucket shop-files -Region cn-north-1 |
            Should -BeLike '*arn:aws-cn:s3:::shop-files*${cognito-identity.amazonaws.com.cn:sub}*'
    }

    It 'tells users apart by a principal tag' {
        New-PoolRolePolicy -S3Bucket shop-files -IsolateByTag team | Should -BeLike '*${aws:PrincipalTag/team}/*'
    }

    It 'binds every Allow to principal tags and no Deny' {
        $policy = New-PoolRolePolicy Basic, DenyAll -Api a1b2c3d4e5 -PrincipalTag @{ department = 'legal', 'finance' } | ConvertFrom-Json
        $policy.Statement[0].Condition.StringEquals.'aws:PrincipalTag/department' | Should -Be @('legal', 'finance')
        $policy.Statement[1].Effect | Should -Be 'Deny'
        $policy.Statement[1].Condition | Should -BeNullOrEmpty
        $policy.Statement[2].Condition.StringEquals.'aws:PrincipalTag/department' | Should -Be @('legal', 'finance')
    }

    It 'adds documents of one''s own' {
        $own = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sns:Publish","Resource":"arn:aws:sns:us-east-1:123456789012:news"}}'
        $policy = $own | New-PoolRolePolicy -Template Basic | ConvertFrom-Json
        $policy.Statement.Action | Should -Be @('cognito-identity:GetCredentialsForIdentity', 'sns:Publish')
    }

    It 'takes documents of one''s own as <form>' -ForEach @(
        @{ form = 'the lines of a file through the pipeline'; make = { Get-Content TestDrive:/own.json | New-PoolRolePolicy } }
        @{ form = 'the lines of two files'; make = { Get-Content TestDrive:/own.json, TestDrive:/own.json | New-PoolRolePolicy }; count = 2 }
        @{ form = 'lines beside a whole document'
            make = { @(Get-Content TestDrive:/own.json; '') + (Get-Content TestDrive:/own.json -Raw) | New-PoolRolePolicy }; count = 2 }
        @{ form = 'an argument of lines'; make = { New-PoolRolePolicy -PermissionsPolicy (Get-Content TestDrive:/own.json) } }
        @{ form = 'a file'; make = { New-PoolRolePolicy -PermissionsPolicy (Get-Item TestDrive:/own.json) } }
        @{ form = 'files through the pipeline'; make = { Get-ChildItem TestDrive:/own.json | New-PoolRolePolicy } }
        @{ form = 'objects through the pipeline'
            make = { Get-Content TestDrive:/own.json -Raw | ConvertFrom-Json | New-PoolRolePolicy } }
    ) {
        '{', '', '  "Version": "2012-10-17", "Statement": [{', '    "Sid": "", "Effect": "Allow", "Action": "sns:Publish",',
        '    "Resource": "arn:aws:sns:*:*:{\"}"', '  }]', '}', '' | Set-Content TestDrive:/own.json
        $policy = & $make | ConvertFrom-Json
        $policy.Statement.Count | Should -Be ($count ?? 1)
        $policy.Statement[0].Resource | Should -Be 'arn:aws:sns:*:*:{"}'
    }

    It 'writes times as IAM reads them, in <culture>' -ForEach @(@{ culture = 'en-US' }, @{ culture = 'ar-SA' }) {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $culture
            $utc = [datetime]::new(2030, 1, 1, 0, 0, 0, [DateTimeKind]::Utc)
            $times = $utc, $utc.ToLocalTime(), [datetime]::new(2030, 1, 1), [datetimeoffset]::new(2030, 1, 1, 2, 0, 0, '02:00:00')
            $own = @{ Version = '2012-10-17'
                Statement = @(@{ Effect = 'Allow'; Action = 'sqs:*'; Resource = '*'
                        Condition = @{ DateLessThan = @{ 'aws:CurrentTime' = $times } } }) }
            $policy = New-PoolRolePolicy -PermissionsPolicy $own -Compact
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
        $policy | Should -BeLike "*[[]$(('"2030-01-01T00:00:00Z"', '"2030-01-01T00:00:00Z"') * 2 -join ',')[]]*"
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a bucket that is none'; arguments = @{ S3Bucket = 'Shop_Files' }; id = 'InvalidS3Bucket,*' }
        @{ what = 'a bucket''s ARN'; arguments = @{ S3Bucket = 'arn:aws:s3:::shop-files' }; id = 'InvalidS3Bucket,*' }
        @{ what = 'a prefix with a wildcard'; arguments = @{ S3Bucket = 'shop-files'; S3Prefix = 'a*' }; id = 'InvalidS3Prefix,*' }
        @{ what = 'a prefix without a bucket'; arguments = @{ S3Prefix = 'a' }; id = 'InvalidS3Prefix,*' }
        @{ what = 'a table that is none'; arguments = @{ DynamoDbTable = 'a b' }; id = 'InvalidDynamoDbTable,*' }
        @{ what = 'an API that is none'; arguments = @{ Api = 'https://example.com' }; id = 'InvalidApi,*' }
        @{ what = 'isolation of nothing'; arguments = @{ IsolateByTag = 'team' }; id = 'InvalidIsolateByTag,*' }
        @{ what = 'a trust policy'
            arguments = @{ Policy = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}' }
            id = 'InvalidPermissionsPolicy,*' }
        @{ what = 'an empty document'; arguments = @{ Policy = '' }; id = 'InvalidPermissionsPolicy,*' }
    ) {
        { New-PoolRolePolicy @arguments -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'refuses lines that end before the document' {
        { '{ "Version": "2012-10-17",', '"Statement": [' | New-PoolRolePolicy -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidPermissionsPolicy,*' -ExpectedMessage '*not JSON*'
    }

    It 'refuses what outgrows IAM''s limit' {
        $tables = 1..60 | ForEach-Object { "table-with-a-rather-long-name-$_" }
        { New-PoolRolePolicy -DynamoDbTable $tables -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidPermissionsPolicy,*' -ExpectedMessage '*10240*'
    }

    It 'writes the form of the tutorials, without a slash, with -NoSeparator' {
        $policy = New-PoolRolePolicy -S3Bucket shop-files -NoSeparator | ConvertFrom-Json
        $policy.Statement[1].Resource | Should -Be 'arn:aws:s3:::shop-files/${cognito-identity.amazonaws.com:sub}*'
        $policy.Statement[0].Condition.StringLike.'s3:prefix' | Should -Be '${cognito-identity.amazonaws.com:sub}*'
    }

    It 'writes one line with -Compact' {
        New-PoolRolePolicy -Compact | Should -Not -Match '\s'
    }

    It 'makes what Set-PoolRole takes' {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess | Out-Null
        Set-PoolRole shop Guest `
            -PermissionsPolicy (New-PoolRolePolicy Basic, LegacyGuest, LegacyAuthenticated -S3Bucket shop-files `
                -DynamoDbTable orders -Api a1b2c3d4e5 -PrincipalTag @{ a = 'b' })
        (Get-PoolRole shop -IncludePolicy -IdentityType Guest).Policies.Document | Should -BeLike '*shop-files*orders*a1b2c3d4e5*'
        Disconnect-PoolAccount
    }

    It 'refuses <parameter> without what it belongs to' -ForEach @(
        @{ parameter = 'ReadOnly'; value = $true }
        @{ parameter = 'NoSeparator'; value = $true }
        @{ parameter = 'AccountId'; value = '123456789012' }
        @{ parameter = 'Region'; value = 'eu-west-1' }
    ) {
        $alone = @{ $parameter = $value }
        { New-PoolRolePolicy @alone -ErrorAction Stop } | Should -Throw -ErrorId "Invalid$parameter,*"
        { New-PoolRolePolicy DenyAll @alone -ErrorAction Stop } | Should -Throw -ErrorId "Invalid$parameter,*"
    }
}
