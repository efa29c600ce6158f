using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

public class TrustExplanationTests
{
    private const string Pool = "eu-west-1:11111111-2222-3333-4444-555555555555";
    private const string Aud = "cognito-identity.amazonaws.com:aud";
    private const string Amr = "cognito-identity.amazonaws.com:amr";
    private const string GoogleOnly =
        """{"Effect":"Allow","Principal":"""
            + """{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":"""
            + """{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:11111111-2222-3333-4444-555555555555"},"ForAnyValue:StringLike":"""
            + """{"cognito-identity.amazonaws.com:amr":"AMR"}}}""";

    [Theory]
    [InlineData(
        "sts:AssumeRoleWithWebIdentity", "sts:AssumeRole",
        "the action is 'sts:AssumeRole', which Cognito does not use, but must be 'sts:AssumeRoleWithWebIdentity'.")]
    [InlineData(
        "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML",
        "the action is 'sts:AssumeRoleWithSAML', but must be 'sts:AssumeRoleWithWebIdentity'.")]
    [InlineData(
        "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithWebIdentiy",
        "the action is 'sts:AssumeRoleWithWebIdentiy', but must be 'sts:AssumeRoleWithWebIdentity'.")]
    [InlineData(
        Aud, "cognito-identity.amazon.com:aud",
        $"requests do not contain the condition key 'cognito-identity.amazon.com:aud' (did you mean '{Aud}'?).")]
    [InlineData(
        Aud, "cognito-identity.amazonaws.com:audience",
        $"requests do not contain the condition key 'cognito-identity.amazonaws.com:audience' (did you mean '{Aud}'?).")]
    [InlineData(Aud, "aud", $"requests do not contain the condition key 'aud' (did you mean '{Aud}'?).")]
    [InlineData(Amr, "cognito:AMR", $"requests do not contain the condition key 'cognito:AMR' (did you mean '{Amr}'?).")]
    [InlineData(Aud, "some:thing", "requests do not contain the condition key 'some:thing'.")]
    [InlineData(
        Aud,
        "cognito-identity-us-gov.amazonaws.com:aud",
        "the condition key is 'cognito-identity-us-gov.amazonaws.com:aud', which belongs to the partition aws-us-gov, but in aws "
            + $"it must be '{Aud}'.")]
    [InlineData(
        Amr, "cognito-identity.amazonaws.com.cn:amr",
        "the condition key is 'cognito-identity.amazonaws.com.cn:amr', which belongs to the partition aws-cn, but in aws it must be "
            + $"'{Amr}'.")]
    [InlineData(
        "{\"Federated\":\"cognito-identity.amazonaws.com\"}",
        "{\"Federated\":\"cognito-identity-us-gov.amazonaws.com\"}",
        "the principal is 'cognito-identity-us-gov.amazonaws.com', which belongs to the partition aws-us-gov, but in aws it must "
            + "be Federated 'cognito-identity.amazonaws.com'.")]
    [InlineData(
        "{\"Federated\":\"cognito-identity.amazonaws.com\"}",
        "{\"Service\":\"cognito-identity.amazonaws.com\"}",
        "the principal is Service 'cognito-identity.amazonaws.com', but must be Federated 'cognito-identity.amazonaws.com'.")]
    [InlineData(
        "{\"Federated\":\"cognito-identity.amazonaws.com\"}",
        "{\"Federated\":\"cognito-identity.aws.com\"}",
        "the principal is 'cognito-identity.aws.com', but must be Federated 'cognito-identity.amazonaws.com'.")]
    [InlineData(
        Pool, "eu-west-1:99999999-2222-3333-4444-555555555555",
        $"the condition on aud is 'eu-west-1:99999999-2222-3333-4444-555555555555', but must be the pool's id '{Pool}'.")]
    [InlineData(
        Pool,
        "EU-WEST-1:11111111-2222-3333-4444-555555555555",
        "the condition on aud is 'EU-WEST-1:11111111-2222-3333-4444-555555555555', but must be the pool's id "
            + $"'{Pool}'; they differ in case or spaces.")]
    [InlineData(Pool, " eu-west-1:11111111-2222-3333-4444-555555555555", "in case or spaces.")]
    [InlineData(
        Pool, "eu-west-1:*",
        $"the condition on aud is 'eu-west-1:*', but must be the pool's id '{Pool}'; StringEquals does not support wildcards.")]
    [InlineData("StringEquals", "StringNotEquals", $"the condition StringNotEquals {Aud} '{Pool}' excludes the pool {Pool}.")]
    [InlineData(
        $"\"{Aud}\":\"{Pool}\"", $"\"{Aud}\":[]", $"the condition StringEquals on '{Aud}' has no value.")]
    [InlineData(
        "StringEquals", "StringEqual", "the operator 'StringEqual' is not a condition operator of IAM (did you mean 'StringEquals'?).")]
    [InlineData(
        "\"authenticated\"",
        "\"unauthenticated\"",
        "the condition on amr is 'unauthenticated', but must be 'authenticated', because the role is for authenticated users "
            + "(are the two roles swapped?).")]
    [InlineData("\"authenticated\"", "\"Authenticated\"", "the condition on amr is 'Authenticated', but must be 'authenticated'.")]
    [InlineData("\"authenticated\"", "\"autenticated\"", "the condition on amr is 'autenticated', but must be 'authenticated'.")]
    [InlineData(
        "ForAnyValue:StringLike",
        "ForAllValues:StringLike",
        "the operator of the condition on amr is ForAllValues:StringLike, but must be ForAnyValue:StringLike, because tokens also "
            + "contain the name of the provider.")]
    [InlineData(
        "ForAnyValue:StringLike",
        "StringLike",
        "the operator of the condition on amr is StringLike, but must be ForAnyValue:StringLike, because amr has several values "
            + "('authenticated' and the provider's names).")]
    [InlineData(
        "ForAnyValue:StringLike",
        "ForAllValues:StringNotLike",
        $"the condition ForAllValues:StringNotLike {Amr} 'authenticated' excludes authenticated users, whose tokens "
            + $"contain 'authenticated'.")]
    [InlineData(
        "\"StringEquals\":{", "\"Null\":{\"cognito-identity.amazonaws.com:aud\":\"true\"},\"StringEquals\":{",
        $"the condition Null {Aud} 'true' is not met, because the request contains this key.")]
    [InlineData(
        "\"StringEquals\":{", "\"Bool\":{\"aws:SecureTransport\":\"false\"},\"StringEquals\":{",
        "the condition Bool aws:SecureTransport 'false' is not met.")]
    [InlineData("\"Action\"", "\"NotAction\"", "NotAction excludes sts:AssumeRoleWithWebIdentity.")]
    [InlineData("\"Principal\"", "\"NotPrincipal\"", "NotPrincipal excludes Federated 'cognito-identity.amazonaws.com'.")]
    public void Names_the_failing_part_of_a_statement_that_is_nearly_right(string good, string bad, string reason)
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated).ToJson(indented: false);
        var broken = json.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(json, broken);
        Cultures.Each(() =>
        {
            var explanation = TrustPolicy.Parse(broken).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated);
            Assert.Equal(PoolRoleTrust.NotTrusted, explanation.Trust);
            Assert.StartsWith("Statement 1: ", explanation.Reason, StringComparison.Ordinal);
            Assert.EndsWith(reason, explanation.Reason, StringComparison.Ordinal);
            Assert.True(
                TrustPolicy.Parse(broken)
                    .WithStatement(explanation.WorkingStatement)
                    .Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated).Trust == PoolRoleTrust.Trusted);
        });
    }

    [Theory]
    [InlineData(
        "\"unauthenticated\"",
        "\"authenticated\"",
        "the condition on amr is 'authenticated', but must be 'unauthenticated', because the role is for guests (are the two "
            + "roles swapped?).")]
    [InlineData(
        "\"unauthenticated\"", "\"accounts.google.com\"",
        "the condition on amr is the provider 'accounts.google.com', which admits only authenticated users, but must be "
            + "'unauthenticated'.")]
    [InlineData("\"unauthenticated\"", "\"guest\"", "the condition on amr is 'guest', but must be 'unauthenticated'.")]
    public void Names_what_shuts_guests_out(string good, string bad, string reason)
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest)
            .ToJson(indented: false)
            .Replace(good, bad, StringComparison.Ordinal);
        var explanation = TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest);
        Assert.Equal(PoolRoleTrust.NotTrusted, explanation.Trust);
        Assert.Equal("Statement 1: " + reason, explanation.Reason);
    }

    [Fact]
    public void A_guest_role_may_compare_its_amr_without_a_set() =>
        Assert.True(
            TrustPolicy.Parse(TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest)
                .ToJson()
                .Replace("ForAnyValue:", "", StringComparison.Ordinal))
                .Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest).Trust == PoolRoleTrust.Trusted);

    [Fact]
    public void Every_mistake_of_a_statement_is_named_at_once()
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, ["eu-west-1:8"], PoolIdentityType.Guest)
            .ToJson()
            .Replace("WithWebIdentity", "", StringComparison.Ordinal);
        var reason = TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated).Reason;
        Assert.Contains("the action is 'sts:AssumeRole',", reason, StringComparison.Ordinal);
        Assert.Contains("the condition on aud is 'eu-west-1:8'", reason, StringComparison.Ordinal);
        Assert.Contains("the condition on amr is 'unauthenticated'", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_statement_is_the_one_explained()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, ["eu-west-1:8"], PoolIdentityType.Guest)
            .WithStatement(TrustPolicy.ForPool(AwsPartition.Aws, ["eu-west-1:8"], PoolIdentityType.Authenticated).Statements[
                0].ToJson());
        Assert.StartsWith(
            "Statement 2: the condition on aud is 'eu-west-1:8'",
            policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_whom_a_policy_without_Cognito_trusts()
    {
        var policy = TrustPolicy.Parse(
            """{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""");
        Assert.Equal(
            "No statement trusts the Cognito principal, Federated 'cognito-identity.amazonaws.com'. The policy trusts Service "
                + "lambda.amazonaws.com.",
            policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest).Reason);
    }

    [Fact]
    public void A_missing_tag_session_is_named()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated);
        var explanation = policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated, needsTagSession: true);
        Assert.Equal(PoolRoleTrust.NotTrusted, explanation.Trust);
        Assert.Equal(
            "No statement allows sts:TagSession, which the pool's attribute mapping requires. Add it to the actions of statement 1.",
            explanation.Reason);
        Assert.Contains("sts:TagSession", explanation.WorkingStatement, StringComparison.Ordinal);
        Assert.True(policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated).Trust == PoolRoleTrust.Trusted);
    }

    [Fact]
    public void A_deny_is_named_with_what_to_do()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest)
            .WithStatement(
                """{"Sid":"NoGuests","Effect":"Deny","Principal":"*","Action":"sts:*","Condition":"""
                    + """{"StringEquals":{"cognito-identity.amazonaws.com:amr":"unauthenticated"}}}""");
        Assert.Equal(
            $"Statement 'NoGuests' denies sts:AssumeRoleWithWebIdentity to guests of {Pool}, because its conditions are "
                + $"met: StringEquals {Amr} 'unauthenticated'. A Deny overrides every Allow. Change or remove this statement.",
            policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest).Reason);
    }

    [Theory]
    [InlineData("accounts.google.com")]
    [InlineData("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc")]
    [InlineData("cognito-idp.*")]
    [InlineData("arn:aws:iam::123456789012:oidc-provider/idp.example/:OIDC:user-1")]
    [InlineData("accounts.google.com:OIDC:*")]
    [InlineData("login.mycompany.example:*")]
    [InlineData("*CognitoSignIn*")]
    [InlineData("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc:CognitoSignIn:abc")]
    [InlineData("mydeveloperprovider")]
    public void An_amr_that_only_some_users_have_makes_the_answer_conditional(string amr)
    {
        var policy = TrustPolicy.Parse($$"""{"Statement":{{GoogleOnly.Replace("AMR", amr, StringComparison.Ordinal)}}}""");
        var explanation = policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated);
        Assert.Equal((PoolRoleTrust.Conditional, false), (explanation.Trust, explanation.IsAllowed));
        Assert.Equal([$"ForAnyValue:StringLike {Amr} '{amr}'"], explanation.Conditions);
        Assert.Contains($"'{Amr}' depends on the provider or the user: '{amr}'.", explanation.Reason, StringComparison.Ordinal);
        Assert.Empty(explanation.Findings);
        Assert.Equal(
            PoolRoleTrust.NotTrusted, policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest).Trust);
        Assert.Equal([Pool], policy.AudiencePools(AwsPartition.Aws));
    }

    [Theory]
    [InlineData("accounts.google.com")]
    [InlineData("accounts.google.com:OIDC:42")]
    [InlineData("*CognitoSignIn*")]
    public void A_deny_of_some_users_makes_the_answer_conditional(string amr)
    {
        var deny = GoogleOnly.Replace("AMR", amr, StringComparison.Ordinal).Replace("Allow", "Deny", StringComparison.Ordinal);
        var explanation = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated)
            .WithStatement(deny)
            .Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated);
        Assert.Equal((PoolRoleTrust.Conditional, true), (explanation.Trust, explanation.IsAllowed));
        Assert.Equal([$"Deny if ForAnyValue:StringLike {Amr} '{amr}'"], explanation.Conditions);
    }

    [Fact]
    public void Where_a_provider_is_named_a_missing_tag_session_is_still_what_is_missing()
    {
        var policy = TrustPolicy.Parse(
            $$"""{"Statement":{{GoogleOnly.Replace("AMR", "accounts.google.com", StringComparison.Ordinal)}}}""");
        Assert.Equal(
            "No statement allows sts:TagSession, which the pool's attribute mapping requires. Add it to the actions of statement 1.",
            policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated, needsTagSession: true).Reason);
    }

    [Fact]
    public void A_variable_in_place_of_the_pool_is_named_once()
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated)
            .ToJson()
            .Replace(Pool, "${aws:userid}", StringComparison.Ordinal);
        var explanation = TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated);
        Assert.Equal(PoolRoleTrust.Conditional, explanation.Trust);
        Assert.Equal(
            $"Statement 1 compares '{Aud}' with the policy variable '${{aws:userid}}'. Use the pool's id instead.",
            Assert.Single(explanation.Findings).Message);
    }

    [Theory]
    [InlineData("{}", "TrustNoCondition")]
    [InlineData("""{"ForAnyValue:StringLike":{"X:amr":"authenticated"}}""", "TrustNoAudience")]
    [InlineData("""{"StringEquals":{"X:aud":"POOL"}}""", "TrustNoAmr")]
    [InlineData(
        """{"StringLike":{"X:aud":"eu-west-1:*"},"ForAnyValue:StringLike":{"X:amr":"authenticated"}}""",
        "TrustAudienceWildcard")]
    [InlineData(
        """{"StringNotEquals":{"X:aud":"eu-west-1:8"},"ForAnyValue:StringLike":{"X:amr":"authenticated"}}""",
        "TrustAudienceWildcard")]
    [InlineData(
        """{"StringEqualsIfExists":{"X:aud":"POOL"},"ForAnyValue:StringLike":{"X:amr":"authenticated"}}""",
        "TrustAudienceWildcard")]
    [InlineData(
        """{"ForAllValues:StringEquals":{"X:aud":"POOL"},"ForAnyValue:StringLike":{"X:amr":"authenticated"}}""",
        "TrustAudienceWildcard")]
    [InlineData(
        """{"StringEquals":{"X:aud":["POOL","eu-west-1:8"]},"ForAnyValue:StringLike":{"X:amr":"authenticated"}}""",
        "TrustOtherPool")]
    [InlineData("""{"StringEquals":{"X:aud":"POOL"},"ForAnyValue:StringLike":{"X:amr":"*authenticated"}}""", "TrustAmrWildcard")]
    [InlineData(
        """{"StringEquals":{"X:aud":"POOL"},"ForAnyValue:StringEquals":{"X:amr":["authenticated","unauthenticated"]}}""",
        "TrustAuthenticatedAllowsGuest")]
    [InlineData("""{"StringEquals":{"X:aud":"POOL"}, "Null":{"X:amr":"false"}}""", "TrustAuthenticatedAllowsGuest")]
    public void Weak_conditions_are_findings(string condition, string finding)
    {
        var json =
            $$"""{"Statement":{"Effect":"Allow","Principal":"""
                + $$"""{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":"""
                + condition.Replace("X:", "cognito-identity.amazonaws.com:", StringComparison.Ordinal).Replace("POOL", Pool, StringComparison.Ordinal)
                + " } }";
        var explanation = TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated);
        Assert.Equal(PoolRoleTrust.Trusted, explanation.Trust);
        Assert.Equal(finding, explanation.Findings[0].Id);
        Assert.Equal(finding == TrustFinding.NoCondition ? 2 : 1, explanation.Findings.Count);
        Assert.All(explanation.Findings, each => Assert.StartsWith("Statement 1 ", each.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void More_principals_than_Cognito_are_a_finding()
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest)
            .ToJson()
            .Replace(
                "\"cognito-identity.amazonaws.com\"",
                "[\"cognito-identity.amazonaws.com\",\"accounts.google.com\"]", StringComparison.Ordinal);
        var finding = Assert.Single(TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest).Findings);
        Assert.Equal(
            (TrustFinding.ExtraPrincipal, "Statement 1 also trusts Federated accounts.google.com."),
            (finding.Id, finding.Message));
    }

    [Fact]
    public void A_deny_that_only_the_service_can_evaluate_makes_the_answer_conditional()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest)
            .WithStatement(
                """{"Sid":"Office","Effect":"Deny","Principal":"*","Action":"sts:*","Condition":{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""");
        var explanation = policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest);
        Assert.Equal((PoolRoleTrust.Conditional, true), (explanation.Trust, explanation.IsAllowed));
        Assert.Equal(["Deny if NotIpAddress aws:SourceIp '10.0.0.0/8'"], explanation.Conditions);
        Assert.Equal(
            $"Statement 'Office' denies the role to guests of {Pool} if this condition is met: NotIpAddress aws:SourceIp "
                + "'10.0.0.0/8'. Only AWS can decide this: the operator 'NotIpAddress' on 'aws:SourceIp' is not evaluated here.",
            explanation.Reason);
        Assert.Empty(explanation.Findings);
    }

    [Theory]
    [InlineData("\"StringLike\":{\"aws:RequestTag/repository\":\"acme/*\"}", "StringLike aws:RequestTag/repository 'acme/*'")]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "IpAddress aws:SourceIp '10.0.0.0/8'")]
    [InlineData("\"StringLike\":{\"iam:ResourceTag/stage\":\"prod\"}", "StringLike iam:ResourceTag/stage 'prod'")]
    [InlineData(
        "\"StringLike\":{\"cognito-identity.amazonaws.com:sub\":\"eu-west-1:me\"}",
        "StringLike cognito-identity.amazonaws.com:sub 'eu-west-1:me'")]
    [InlineData(
        "\"StringEquals\":{\"aws:SourceAccount\":[\"1\",\"2\"]}", "StringEquals aws:SourceAccount '1' or '2'")]
    public void A_condition_that_only_the_service_can_decide_makes_the_answer_conditional(string condition, string named)
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated, principalTags: true)
            .ToJson(indented: false)
            .Replace("\"ForAnyValue", $"{condition},\"ForAnyValue", StringComparison.Ordinal)
            .Replace(
                "\"StringEquals\":{\"cognito-identity.amazonaws.com:aud\"",
                "\"stringequals\":{\"cognito-identity.amazonaws.com:aud\"", StringComparison.Ordinal);
        var explanation = TrustPolicy.Parse(json)
            .Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated, needsTagSession: true);
        Assert.Equal((PoolRoleTrust.Conditional, false), (explanation.Trust, explanation.IsAllowed));
        Assert.Equal([named], explanation.Conditions);
        Assert.Contains($"only if this condition is met: {named}. Only AWS can decide this: ", explanation.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StringLike", "eu-west-1:*", PoolRoleTrust.Trusted)]
    [InlineData("StringLike", "eu-west-1:0*", PoolRoleTrust.Conditional)]
    [InlineData("StringNotLike", "*", PoolRoleTrust.NotTrusted)]
    public void A_condition_on_sub_is_decided_where_every_identity_gives_the_same_answer(
        string operation, string pattern, PoolRoleTrust trust)
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest)
            .ToJson(indented: false)
            .Replace(
                "\"ForAnyValue",
                $"\"{operation}\":{{\"cognito-identity.amazonaws.com:sub\":\"{pattern}\"}},\"ForAnyValue",
                StringComparison.Ordinal);
        Assert.Equal(trust, TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Guest).Trust);
    }

    [Fact]
    public void The_working_statement_is_the_partitions()
    {
        var statement = TrustPolicy.ForPool(AwsPartition.Aws, ["cn-north-1:8"], PoolIdentityType.Guest)
            .Explain(AwsPartition.China, "cn-north-1:8", PoolIdentityType.Guest).WorkingStatement;
        Assert.Contains("\"cognito-identity.cn-north-1.amazonaws.com.cn\"", statement, StringComparison.Ordinal);
        Assert.Contains("\"cognito-identity.amazonaws.com.cn:aud\": \"cn-north-1:8\"", statement, StringComparison.Ordinal);
    }
}
