using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

public sealed class IamTests : IDisposable
{
    private const string Pool = "us-east-1:11111111-2222-3333-4444-555555555555";
    private const string Missing = "arn:aws:iam::123456789012:oidc-provider/login.example.com";
    private const string Permissions =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cognito-identity:GetCredentialsForIdentity","Resource":"*"}]}""";

    private readonly SandboxAccount account = new(
        new FakeTimeProvider(new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero)));
    private readonly Caller caller;

    public IamTests() => caller = new Caller(account);

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task Gives_a_role_back_as_it_was_created()
    {
        account.AddManagedPolicy("edge", Permissions);
        var created = await caller.IamAsync(
            "CreateRole",
            ("RoleName", "Reader"),
            ("Path", "/cognitopools/us-east-1/x/"),
            ("AssumeRolePolicyDocument", Trust.For(Pool)),
            ("Description", "Größe & co"),
            ("MaxSessionDuration", "7200"), ("PermissionsBoundary", "arn:aws:iam::123456789012:policy/edge"),
            ("Tags.member.1.Key", "pool"),
            ("Tags.member.1.Value", Pool),
            ("Tags.member.2.Key", "team"),
            ("Tags.member.2.Value", ""));

        var role = (await caller.IamAsync("GetRole", ("RoleName", "reader"))).Element("GetRoleResult")!.Element("Role")!;

        Assert.Equal(created.Descendants("Role").Single().ToString(), role.ToString());
        Assert.Equal("/cognitopools/us-east-1/x/", (string)role.Element("Path")!);
        Assert.Equal("Reader", (string)role.Element("RoleName")!);
        Assert.Equal("arn:aws:iam::123456789012:role/cognitopools/us-east-1/x/Reader", (string)role.Element("Arn")!);
        Assert.Equal("2024-05-06T07:08:09Z", (string)role.Element("CreateDate")!);
        Assert.Equal(Trust.For(Pool), Uri.UnescapeDataString((string)role.Element("AssumeRolePolicyDocument")!));
        Assert.DoesNotContain('{', (string)role.Element("AssumeRolePolicyDocument")!);
        Assert.Equal("Größe & co", (string)role.Element("Description")!);
        Assert.Equal(7200, (int)role.Element("MaxSessionDuration")!);
        Assert.Equal(
            "arn:aws:iam::123456789012:policy/edge",
            (string)role.Element("PermissionsBoundary")!.Element("PermissionsBoundaryArn")!);
        Assert.Equal(
            [("pool", Pool), ("team", "")],
            role.Element("Tags")!.Elements().Select(tag => ((string)tag.Element("Key")!, (string)tag.Element("Value")!)));
    }

    [Fact]
    public async Task Answers_in_the_services_namespace_with_a_request_id()
    {
        using var response = await caller.SendQueryAsync("iam", "2010-05-08", "ListRoles");

        var root = XElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("https://iam.amazonaws.com/doc/2010-05-08/", root.Name.NamespaceName);
        Assert.Equal("text/xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            response.Headers.GetValues("x-amzn-RequestId").Single(),
            root.Descendants(root.Name.Namespace + "RequestId").Single().Value);
    }

    [Fact]
    public async Task Role_names_are_unique_whatever_their_case_and_path()
    {
        await caller.CreateRoleAsync("Reader", path: "/a/");

        var error = await caller.IamFailAsync(
            "CreateRole", ("RoleName", "READER"), ("Path", "/b/"), ("AssumeRolePolicyDocument", Trust.For(Pool)));

        Assert.Equal(new Failure("EntityAlreadyExists", "Role with name READER already exists.", 409), error);
    }

    [Theory]
    [InlineData(
        "RoleName",
        "with space",
        @"Value 'with space' at 'roleName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]+")]
    [InlineData(
        "Path",
        "nopath",
        @"Value 'nopath' at 'path' failed to satisfy constraint: Member must satisfy regular expression pattern: (\u002F)|(\u002F[\u0021-\u007E]+\u002F)")]
    [InlineData(
        "MaxSessionDuration",
        "3599",
        "Value '3599' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or "
            + "equal to 3600")]
    public async Task Words_a_broken_constraint_as_iam_does(string field, string value, string finding)
    {
        var fields = new Dictionary<string, string>
        {
            ["RoleName"] = "r",
            ["AssumeRolePolicyDocument"] = Trust.For(Pool),
            [field] = value,
        };

        var error = await caller.IamFailAsync("CreateRole", [.. fields.Select(item => (item.Key, item.Value))]);

        Assert.Equal(new Failure("ValidationError", $"1 validation error detected: {finding}", 400), error);
    }

    [Fact]
    public async Task Refuses_a_name_of_sixty_five_characters()
    {
        await caller.CreateRoleAsync(new string('r', 64));

        Assert.Equal(
            "ValidationError",
            (await caller.IamFailAsync(
                "CreateRole", ("RoleName", new string('r', 65)), ("AssumeRolePolicyDocument", Trust.For(Pool)))).Code);
    }

    [Fact]
    public async Task Refuses_what_is_not_a_number() =>
        Assert.Equal("MalformedInput", (await caller.IamFailAsync("ListRoles", ("MaxItems", "ten"))).Code);

    public static TheoryData<string, string> BadTrust => new()
    {
        { "not json", "This policy contains invalid Json" },
        { Uri.EscapeDataString(Trust.For(Pool)), "This policy contains invalid Json" },
        {
            Trust.For(Pool).Replace("\"Action\"", "\"Resource\":\"*\",\"Action\"", StringComparison.Ordinal),
            "Has prohibited field Resource"
        },
        {
            Trust.For(Pool).Replace("sts:AssumeRoleWithWebIdentity", "s3:GetObject", StringComparison.Ordinal),
            "AssumeRole policy may only specify STS AssumeRole actions."
        },
        {
            Trust.For(Pool).Replace("sts:AssumeRoleWithWebIdentity", "sts:GetCallerIdentity", StringComparison.Ordinal),
            "AssumeRole policy may only specify STS AssumeRole actions."
        },
        {
            Trust.For(Pool).Replace("amazonaws.com:aud", "amazonaws.com:sub", StringComparison.Ordinal),
            "Statement 1 trusts Amazon Cognito without a condition on the audience (aud): the trust policy must name "
                + "the identity pools that may use the role."
        },
        {
            """{"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Principal":"*","Action":"sts:AssumeRole"}]}""",
            "Syntax errors in policy."
        },
        { """{"Version":"2012-10-17"}""", "Syntax errors in policy." },
        { """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}""", "Syntax errors in policy." },
    };

    public static TheoryData<string, string> BadDetail => new()
    {
        { Changed("2012-10-17", "2012-10-18"), "The policy must contain a valid version string" },
        { Changed("\"2012-10-17\"", "20121017"), "The policy must contain a valid version string" },
        { Changed("StringEquals", "StringEqual"), "Syntax errors in policy. (statement 1 has the condition operator 'StringEqual'" },
        { Changed("ForAnyValue:", "ForSomeValue:"), "Syntax errors in policy. (statement 1 has the condition operator" },
        { Changed("\"Effect\"", "\"Sid\":\"a b\",\"Effect\""), "Statement IDs (SID) must be alpha-numeric." },
        {
            """
            {"Version":"2012-10-17","Statement":[
                {"Sid":"one","Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"},
                {"Sid":"one","Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}]}
            """,
            "The Statement Ids in the policy are not unique"
        },
        { WithPrincipal("Federated", "no domain"), "Federated principals must be valid domain names or SAML metadata ARNs" },
        { WithPrincipal("Federated", "login.example.com"), "Invalid principal in policy: \"FEDERATED\":\"login.example.com\"" },
        { WithPrincipal("Federated", Missing), $"Invalid principal in policy: \"FEDERATED\":\"{Missing}\"" },
        {
            WithPrincipal("Federated", "arn:aws:iam::123456789012:saml-provider/none"),
            "Invalid principal in policy: \"FEDERATED\":\"arn:aws:iam::123456789012:saml-provider/none\""
        },
        { WithPrincipal("AWS", "12345"), "Invalid principal in policy: \"AWS\":\"12345\"" },
        { WithPrincipal("AWS", "arn:aws:s3:::bucket"), "Invalid principal in policy: \"AWS\":\"arn:aws:s3:::bucket\"" },
        { WithPrincipal("Service", "lambda"), "Invalid principal in policy: \"SERVICE\":\"lambda\"" },
        { WithPrincipal("CanonicalUser", "me"), "Invalid principal in policy: \"CANONICALUSER\":\"me\"" },
        { WithPrincipal("Group", "me"), "Invalid principal in policy: \"Group\"" },
    };

    [Theory]
    [MemberData(nameof(BadDetail))]
    public Task Refuses_a_trust_policy_for_a_detail(string document, string message) =>
        Refuses_a_malformed_trust_policy(document, message);

    [Fact]
    public async Task Takes_every_kind_of_principal_that_is_there()
    {
        var openId = account.AddOpenIdConnectProvider("https://login.example.com");
        var saml = account.AddSamlProvider("okta");
        (string Type, string Value)[] principals =
        [
            ("Federated", openId), ("Federated", saml), ("Federated", "accounts.google.com"),
            ("Federated", "graph.facebook.com"), ("Federated", "www.amazon.com"), ("AWS", "*"), ("AWS", "123456789012"),
            ("AWS", "arn:aws:iam::123456789012:root"), ("AWS", "arn:aws:iam::123456789012:role/path/name"),
            ("AWS", "arn:aws:sts::123456789012:assumed-role/name/session"), ("AWS", "AROAEXAMPLEEXAMPLE123"),
            ("Service", "lambda.amazonaws.com"), ("CanonicalUser", new string('a', 64)),
        ];
        foreach (var (number, (type, value)) in principals.Index())
            await caller.CreateRoleAsync($"role-{number}", WithPrincipal(type, value));
        await caller.CreateRoleAsync("old", Changed("2012-10-17", "2008-10-17"));
        await caller.CreateRoleAsync("none", Changed("\"Version\":\"2012-10-17\",", ""));
    }

    [Theory]
    [InlineData(
        """{"Version":"2012-10-18","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""",
        "The policy must contain a valid version string")]
    [InlineData(
        """
        {"Version":"2012-10-17","Statement":[
            {"Sid":"one","Effect":"Allow","Action":"*","Resource":"*"},
            {"Sid":"one","Effect":"Allow","Action":"*","Resource":"*"}]}
        """,
        "Statement IDs (SID) in a single policy must be unique.")]
    public async Task Names_what_is_wrong_with_a_permissions_policy(string document, string message)
    {
        await caller.CreateRoleAsync("r");

        var error = await caller.IamFailAsync(
            "PutRolePolicy", ("RoleName", "r"), ("PolicyName", "p"), ("PolicyDocument", document));

        Assert.Equal(("MalformedPolicyDocument", message), (error.Code, error.Message));
    }

    [Theory]
    [MemberData(nameof(BadTrust))]
    public async Task Refuses_a_malformed_trust_policy(string document, string message)
    {
        await caller.CreateRoleAsync("known");

        var onCreate = await caller.IamFailAsync("CreateRole", ("RoleName", "r"), ("AssumeRolePolicyDocument", document));
        var onUpdate = await caller.IamFailAsync("UpdateAssumeRolePolicy", ("RoleName", "known"), ("PolicyDocument", document));

        Assert.Equal(onCreate, onUpdate);
        Assert.Equal(("MalformedPolicyDocument", 400), (onCreate.Code, onCreate.Status));
        Assert.StartsWith(message, onCreate.Message, StringComparison.Ordinal);
        Assert.Equal("NoSuchEntity", (await caller.IamFailAsync("GetRole", ("RoleName", "r"))).Code);
    }

    [Fact]
    public async Task Limits_a_trust_policy_to_2048_characters_without_white_space()
    {
        string Sized(int size) => Trust.For(Pool + new string('0', size - Trust.For(Pool).Length));

        await caller.IamAsync(
            "CreateRole", ("RoleName", "fits"), ("AssumeRolePolicyDocument", Sized(2048) + new string(' ', 1000)));
        var error = await caller.IamFailAsync("CreateRole", ("RoleName", "large"), ("AssumeRolePolicyDocument", Sized(2049)));

        Assert.Equal(new Failure("LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048", 409), error);
    }

    [Fact]
    public async Task Pages_roles_under_a_path_by_opaque_markers()
    {
        foreach (var name in new[] { "e", "B", "a", "D", "c" })
            await caller.CreateRoleAsync(name, path: "/mine/");
        await caller.CreateRoleAsync("other");

        var first = await caller.IamAsync("ListRoles", ("PathPrefix", "/mine/"), ("MaxItems", "2"));
        var marker = (string)first.Descendants("Marker").Single();
        await caller.IamAsync("DeleteRole", ("RoleName", "B"));
        var second = await caller.IamAsync("ListRoles", ("PathPrefix", "/mine/"), ("MaxItems", "2"), ("Marker", marker));
        var third = await caller.IamAsync(
            "ListRoles", ("PathPrefix", "/mine/"), ("MaxItems", "2"),
            ("Marker", (string)second.Descendants("Marker").Single()));

        Assert.Equal(["a", "B"], Names(first));
        Assert.Equal(["c", "D"], Names(second));
        Assert.Equal(["e"], Names(third));
        Assert.Equal(
            ["true", "true", "false"],
            new[] { first, second, third }.Select(page => (string)page.Descendants("IsTruncated").Single()));
        Assert.Empty(first.Descendants("Tags"));
    }

    [Theory]
    [InlineData("B")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Refuses_a_marker_that_it_did_not_make(string marker) =>
        Assert.Equal("ValidationError", (await caller.IamFailAsync("ListRoles", ("Marker", marker))).Code);

    [Fact]
    public async Task Inline_policies_are_put_read_listed_and_deleted()
    {
        await caller.CreateRoleAsync("r");
        await caller.IamAsync(
            "PutRolePolicy", ("RoleName", "r"), ("PolicyName", "p"),
            ("PolicyDocument", Permissions.Replace("*", "arn:aws:s3:::b/*", StringComparison.Ordinal)));
        await caller.IamAsync("PutRolePolicy", ("RoleName", "r"), ("PolicyName", "p"), ("PolicyDocument", Permissions));

        var policy = await caller.IamAsync("GetRolePolicy", ("RoleName", "r"), ("PolicyName", "p"));
        Assert.Equal(Permissions, Uri.UnescapeDataString((string)policy.Descendants("PolicyDocument").Single()));
        Assert.Equal(
            ["p"],
            (await caller.IamAsync("ListRolePolicies", ("RoleName", "r"))).Descendants("member").Select(item => item.Value));

        await caller.IamAsync("DeleteRolePolicy", ("RoleName", "r"), ("PolicyName", "p"));
        Assert.Equal(
            new Failure("NoSuchEntity", "The role policy with name p cannot be found.", 404),
            await caller.IamFailAsync("GetRolePolicy", ("RoleName", "r"), ("PolicyName", "p")));
        Assert.Equal(
            "NoSuchEntity",
            (await caller.IamFailAsync("DeleteRolePolicy", ("RoleName", "r"), ("PolicyName", "p"))).Code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject"}]}""")]
    public async Task Refuses_a_malformed_permissions_policy(string document)
    {
        await caller.CreateRoleAsync("r");

        Assert.Equal(
            "MalformedPolicyDocument",
            (await caller.IamFailAsync(
                "PutRolePolicy", ("RoleName", "r"), ("PolicyName", "p"), ("PolicyDocument", document))).Code);
        Assert.Empty((await caller.IamAsync("ListRolePolicies", ("RoleName", "r"))).Descendants("member"));
    }

    [Fact]
    public async Task Limits_the_inline_policies_of_a_role_together()
    {
        await caller.CreateRoleAsync("r");
        string Sized(int size) =>
            Permissions.Replace("\"*\"", $"\"arn:{new string('a', size - Permissions.Length - 3)}\"", StringComparison.Ordinal);
        Task Put(string name, int size) =>
            caller.IamAsync("PutRolePolicy", ("RoleName", "r"), ("PolicyName", name), ("PolicyDocument", Sized(size)));
        await Put("one", 5120);
        await Put("two", 5120);

        var error = await caller.IamFailAsync(
            "PutRolePolicy", ("RoleName", "r"), ("PolicyName", "two"), ("PolicyDocument", Sized(5121)));

        Assert.Equal(new Failure("LimitExceeded", "Maximum policy size of 10240 bytes exceeded for role r", 409), error);
        await Put("two", 5119);
    }

    [Fact]
    public async Task Managed_policies_are_attached_listed_and_detached()
    {
        await caller.CreateRoleAsync("r");
        var own = account.AddManagedPolicy("own", Permissions, path: "/mine/");
        var aws = account.AddManagedPolicy("AmazonCognitoReadOnly", Permissions, awsManaged: true);
        foreach (var arn in new[] { own, aws, own })
            await caller.IamAsync("AttachRolePolicy", ("RoleName", "r"), ("PolicyArn", arn));

        Assert.Equal("arn:aws:iam::aws:policy/AmazonCognitoReadOnly", aws);
        Assert.Equal(
            [own, aws],
            (await caller.IamAsync("ListAttachedRolePolicies", ("RoleName", "r")))
                .Descendants("PolicyArn")
                .Select(item => item.Value));
        Assert.Equal(
            ["own"],
            (await caller.IamAsync("ListAttachedRolePolicies", ("RoleName", "r"), ("PathPrefix", "/mine/")))
                .Descendants("PolicyName")
                .Select(item => item.Value));
        Assert.Equal(1, (int)(await caller.IamAsync("GetPolicy", ("PolicyArn", own))).Descendants("AttachmentCount").Single());
        Assert.Equal(
            Permissions,
            Uri.UnescapeDataString(
                (await caller.IamAsync("GetPolicyVersion", ("PolicyArn", own), ("VersionId", "v1")))
                    .Descendants("Document")
                    .Single().Value));

        await caller.IamAsync("DetachRolePolicy", ("RoleName", "r"), ("PolicyArn", own));
        Assert.Equal("NoSuchEntity", (await caller.IamFailAsync("DetachRolePolicy", ("RoleName", "r"), ("PolicyArn", own))).Code);
        Assert.Equal(
            "NoSuchEntity",
            (await caller.IamFailAsync("GetPolicyVersion", ("PolicyArn", own), ("VersionId", "v2"))).Code);
        Assert.Equal("NoSuchEntity", (await caller.IamFailAsync("GetPolicy", ("PolicyArn", own + "x"))).Code);
        Assert.Equal(
            "NoSuchEntity",
            (await caller.IamFailAsync("AttachRolePolicy", ("RoleName", "r"), ("PolicyArn", own + "x"))).Code);
    }

    [Fact]
    public async Task Refuses_an_eleventh_attached_policy()
    {
        await caller.CreateRoleAsync("r");
        for (var i = 0; i < 10; i++)
        {
            await caller.IamAsync(
                "AttachRolePolicy", ("RoleName", "r"), ("PolicyArn", account.AddManagedPolicy($"p{i}", Permissions)));
        }

        var error = await caller.IamFailAsync(
            "AttachRolePolicy", ("RoleName", "r"), ("PolicyArn", account.AddManagedPolicy("one-more", Permissions)));

        Assert.Equal(new Failure("LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10", 409), error);
    }

    [Fact]
    public async Task Refuses_to_delete_a_role_that_still_holds_something()
    {
        await caller.CreateRoleAsync("r");
        var policy = account.AddManagedPolicy("own", Permissions);
        await caller.IamAsync("PutRolePolicy", ("RoleName", "r"), ("PolicyName", "p"), ("PolicyDocument", Permissions));
        await caller.IamAsync("AttachRolePolicy", ("RoleName", "r"), ("PolicyArn", policy));
        Task<Failure> Refused() => caller.IamFailAsync("DeleteRole", ("RoleName", "r"));

        Assert.Equal(new Failure("DeleteConflict", "Cannot delete entity, must delete policies first.", 409), await Refused());
        await caller.IamAsync("DeleteRolePolicy", ("RoleName", "r"), ("PolicyName", "p"));
        Assert.Equal(
            new Failure("DeleteConflict", "Cannot delete entity, must detach all policies first.", 409),
            await Refused());
        await caller.IamAsync("DetachRolePolicy", ("RoleName", "r"), ("PolicyArn", policy));
        await caller.IamAsync("DeleteRole", ("RoleName", "r"));
        Assert.Equal(new Failure("NoSuchEntity", "The role with name r cannot be found.", 404), await Refused());
    }

    [Fact]
    public async Task Refuses_to_delete_a_role_in_an_instance_profile()
    {
        await caller.CreateRoleAsync("r");
        var profile = account.AddInstanceProfile("R", "web");

        var listed = await caller.IamAsync("ListInstanceProfilesForRole", ("RoleName", "r"));

        Assert.Equal("arn:aws:iam::123456789012:instance-profile/web", profile);
        Assert.Equal("web", (string)listed.Descendants("InstanceProfileName").Single());
        Assert.Equal("r", (string)listed.Descendants("RoleName").Single());
        Assert.Equal(
            new Failure("DeleteConflict", "Cannot delete entity, must remove roles from instance profile first.", 409),
            await caller.IamFailAsync("DeleteRole", ("RoleName", "r")));
    }

    [Fact]
    public async Task Role_tags_ignore_case_in_their_keys()
    {
        await caller.CreateRoleAsync("r");
        await caller.IamAsync(
            "TagRole", ("RoleName", "r"), ("Tags.member.1.Key", "Team"),
            ("Tags.member.1.Value", "blue"), ("Tags.member.2.Key", "x"), ("Tags.member.2.Value", "1"));
        await caller.IamAsync("TagRole", ("RoleName", "r"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "red"));

        await caller.IamAsync("UntagRole", ("RoleName", "r"), ("TagKeys.member.1", "X"), ("TagKeys.member.2", "never"));

        var tags = (await caller.IamAsync("GetRole", ("RoleName", "r")))
            .Descendants("Tags")
            .Elements()
            .Select(tag => ((string)tag.Element("Key")!, (string)tag.Element("Value")!));
        Assert.Equal([("team", "red")], tags);
    }

    [Theory]
    [InlineData("aws:x", "v", "y", "v", "InvalidInput")]
    [InlineData("k", "v", "K", "v", "InvalidInput")]
    [InlineData("k", "a,b", "l", "v", "ValidationError")]
    public async Task Refuses_unacceptable_role_tags(string key, string value, string otherKey, string otherValue, string code)
    {
        await caller.CreateRoleAsync("r");

        var error = await caller.IamFailAsync(
            "TagRole",
            ("RoleName", "r"),
            ("Tags.member.1.Key", key),
            ("Tags.member.1.Value", value),
            ("Tags.member.2.Key", otherKey),
            ("Tags.member.2.Value", otherValue));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Refuses_a_fifty_first_role_tag()
    {
        await caller.CreateRoleAsync("r");
        var fifty = Enumerable.Range(1, 50).SelectMany(i => new[]
        {
            ($"Tags.member.{i}.Key", $"k{i}"),
            ($"Tags.member.{i}.Value", "v"),
        });
        await caller.IamAsync("TagRole", [("RoleName", "r"), .. fifty]);

        Assert.Equal(
            ("LimitExceeded", 409),
            (await caller.IamFailAsync(
                "TagRole", ("RoleName", "r"), ("Tags.member.1.Key", "more"), ("Tags.member.1.Value", "v"))) is var error
                ? (error.Code, error.Status)
                : default);
    }

    [Fact]
    public async Task Providers_are_listed_and_described()
    {
        var oidc = account.AddOpenIdConnectProvider("https://example.org/tenant/", ["app-1", "app-2"]);
        var saml = account.AddSamlProvider("corp", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));

        Assert.Equal("arn:aws:iam::123456789012:oidc-provider/example.org/tenant/", oidc);
        Assert.Equal([oidc], (await caller.IamAsync("ListOpenIDConnectProviders")).Descendants("Arn").Select(arn => arn.Value));
        var described = await caller.IamAsync("GetOpenIDConnectProvider", ("OpenIDConnectProviderArn", oidc));
        Assert.Equal("example.org/tenant/", (string)described.Descendants("Url").Single());
        Assert.Equal(["app-1", "app-2"], described.Descendants("ClientIDList").Elements().Select(id => id.Value));

        var listed = await caller.IamAsync("ListSAMLProviders");
        Assert.Equal(saml, (string)listed.Descendants("Arn").Single());
        Assert.Equal("2030-01-02T03:04:05Z", (string)listed.Descendants("ValidUntil").Single());
        Assert.Equal(
            "2030-01-02T03:04:05Z",
            (string)(await caller.IamAsync("GetSAMLProvider", ("SAMLProviderArn", saml))).Descendants("ValidUntil").Single());
        Assert.Equal("NoSuchEntity", (await caller.IamFailAsync("GetSAMLProvider", ("SAMLProviderArn", saml + "x"))).Code);
        Assert.Equal(
            "NoSuchEntity",
            (await caller.IamFailAsync("GetOpenIDConnectProvider", ("OpenIDConnectProviderArn", oidc + "x"))).Code);
        Assert.Throws<ArgumentException>(() => account.AddOpenIdConnectProvider("example.org/tenant"));
        Assert.Throws<ArgumentException>(() => account.AddSamlProvider("corp"));
    }

    [Fact]
    public async Task Iam_is_one_for_all_regions_of_a_partition()
    {
        using var europe = new Caller(account, "eu-west-1");
        using var china = new Caller(account, "cn-north-1");
        await caller.CreateRoleAsync("r");

        await europe.IamAsync("GetRole", ("RoleName", "r"));
        Assert.Equal("NoSuchEntity", (await china.IamFailAsync("GetRole", ("RoleName", "r"))).Code);
        Assert.Equal(
            "arn:aws-cn:iam::123456789012:role/r",
            await china.CreateRoleAsync(
                "r",
                Trust.For("cn-north-1:11111111-2222-3333-4444-555555555555")
                    .Replace(
                        "cognito-identity.amazonaws.com\"}",
                        "cognito-identity.cn-north-1.amazonaws.com.cn\"}", StringComparison.Ordinal)
                    .Replace("amazonaws.com:", "amazonaws.com.cn:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Says_who_calls()
    {
        using var response = await caller.SendQueryAsync("sts", "2011-06-15", "GetCallerIdentity");

        var body = await response.Content.ReadAsStringAsync();
        XNamespace ns = "https://sts.amazonaws.com/doc/2011-06-15/";
        var result = XElement.Parse(body).Element(ns + "GetCallerIdentityResult")!;
        Assert.Equal("arn:aws:iam::123456789012:user/sandbox", (string)result.Element(ns + "Arn")!);
        Assert.Equal("123456789012", (string)result.Element(ns + "Account")!);
    }

    private static string Changed(string text, string other) => Trust.For(Pool).Replace(text, other, StringComparison.Ordinal);

    private static string WithPrincipal(string type, string value) =>
        $$$"""{"Statement":[{"Effect":"Allow","Principal":{"{{{type}}}":"{{{value}}}"},"Action":"sts:AssumeRole"}]}""";

    private static IEnumerable<string> Names(XElement page) => page.Descendants("RoleName").Select(name => name.Value);
}
