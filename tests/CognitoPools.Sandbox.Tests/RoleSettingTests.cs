using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

/// <summary>What IAM says of a role beside its policies: boundary, description and longest session.</summary>
public sealed class RoleSettingTests : IDisposable
{
    private const string Pool = "us-east-1:11111111-2222-3333-4444-555555555555";
    private const string Edge = "arn:aws:iam::123456789012:policy/edge";
    private const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";

    private readonly SandboxAccount account = new(new FakeTimeProvider());
    private readonly Caller caller;

    public RoleSettingTests()
    {
        account.AddManagedPolicy("edge", Nothing);
        caller = new Caller(account);
    }

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task A_boundary_is_put_replaced_and_deleted()
    {
        await CreateAsync();

        await caller.IamAsync("PutRolePermissionsBoundary", ("RoleName", "r"), ("PermissionsBoundary", Edge));
        await caller.IamAsync(
            "PutRolePermissionsBoundary", ("RoleName", "r"),
            ("PermissionsBoundary", account.AddManagedPolicy("other", Nothing)));
        var bounded = await RoleAsync();
        await caller.IamAsync("DeleteRolePermissionsBoundary", ("RoleName", "r"));

        Assert.EndsWith("/other", (string)bounded.Descendants("PermissionsBoundaryArn").Single(), StringComparison.Ordinal);
        Assert.Empty((await RoleAsync()).Descendants("PermissionsBoundaryArn"));
    }

    [Fact]
    public async Task A_boundary_must_be_a_managed_policy_that_exists()
    {
        await CreateAsync();

        var error = await caller.IamFailAsync(
            "PutRolePermissionsBoundary", ("RoleName", "r"), ("PermissionsBoundary", Edge + "x"));

        Assert.Equal(new Failure("NoSuchEntity", $"Scope ARN: {Edge}x does not exist or is not attachable.", 404), error);
        Assert.Empty((await RoleAsync()).Descendants("PermissionsBoundaryArn"));
    }

    [Fact]
    public async Task An_update_replaces_the_description_and_the_longest_session()
    {
        await CreateAsync(("Description", "old"), ("MaxSessionDuration", "7200"));

        await caller.IamAsync("UpdateRole", ("RoleName", "r"), ("Description", "new"), ("MaxSessionDuration", "43200"));

        var role = await RoleAsync();
        Assert.Equal(("new", 43200), ((string)role.Element("Description")!, (int)role.Element("MaxSessionDuration")!));
    }

    [Fact]
    public async Task An_update_without_a_session_duration_applies_an_hour_and_one_without_a_description_keeps_it()
    {
        await CreateAsync(("Description", "old"), ("MaxSessionDuration", "7200"));

        await caller.IamAsync("UpdateRole", ("RoleName", "r"));

        var role = await RoleAsync();
        Assert.Equal(("old", 3600), ((string)role.Element("Description")!, (int)role.Element("MaxSessionDuration")!));
    }

    [Fact]
    public async Task An_empty_description_is_none()
    {
        await CreateAsync(("Description", "old"));

        await caller.IamAsync("UpdateRole", ("RoleName", "r"), ("Description", ""));

        Assert.Null((await RoleAsync()).Element("Description"));
    }

    [Theory]
    [InlineData("3599")]
    [InlineData("43201")]
    public async Task A_session_lasts_one_to_twelve_hours(string seconds)
    {
        await CreateAsync();

        var error = await caller.IamFailAsync("UpdateRole", ("RoleName", "r"), ("MaxSessionDuration", seconds));

        Assert.Equal("ValidationError", error.Code);
    }

    [Theory]
    [InlineData("UpdateRole")]
    [InlineData("PutRolePermissionsBoundary")]
    [InlineData("DeleteRolePermissionsBoundary")]
    public async Task The_role_must_exist(string operation)
    {
        (string, string)[] more = operation.StartsWith("Put", StringComparison.Ordinal) ? [("PermissionsBoundary", Edge)] : [];

        var error = await caller.IamFailAsync(operation, [("RoleName", "none"), .. more]);

        Assert.Equal(new Failure("NoSuchEntity", "The role with name none cannot be found.", 404), error);
    }

    private Task<XElement> CreateAsync(params (string, string)[] more) =>
        caller.IamAsync("CreateRole", [("RoleName", "r"), ("AssumeRolePolicyDocument", Trust.For(Pool)), .. more]);

    private async Task<XElement> RoleAsync() =>
        (await caller.IamAsync("GetRole", ("RoleName", "r"))).Descendants("Role").Single();
}
