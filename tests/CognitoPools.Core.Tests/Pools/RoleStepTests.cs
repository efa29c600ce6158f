using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CognitoPools.Account;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>The steps that bring a role to what a pool document says.</summary>
public sealed class RoleStepTests : IAsyncLifetime
{
    private static readonly string[] Operations =
    [
        "UpdateAssumeRolePolicy", "PutRolePermissionsBoundary", "PutRolePolicy", "AttachRolePolicy", "DetachRolePolicy",
        "DeleteRolePolicy", "UntagRole", "TagRole", "UpdateRole",
    ];

    private RoleScene scene = null!;

    public static TheoryData<string> Changing => [.. Operations];

    /// <summary>The operation of each step with the one that its undo sends.</summary>
    public static TheoryData<string, string> Undoing => new()
    {
        { "UpdateAssumeRolePolicy", "UpdateAssumeRolePolicy" },
        { "PutRolePermissionsBoundary", "PutRolePermissionsBoundary" },
        { "DeleteRolePolicy", "PutRolePolicy" },
        { "UntagRole", "TagRole" },
        { "TagRole", "UntagRole" },
        { "UpdateRole", "UpdateRole" },
    };

    private IAmazonIdentityManagementService Iam => scene.Account.Connection.Iam(RoleScene.Region);

    public async Task InitializeAsync() => scene = await RoleScene.MakeAsync();

    public Task DisposeAsync()
    {
        scene.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_role_becomes_what_the_edit_says_and_a_second_run_sends_nothing_to_it()
    {
        var plan = scene.Plan();

        await scene.RunAsync(plan);

        Assert.Equal(scene.Expected, await scene.SnapshotAsync());
        Assert.Equal(
            [
                "UpdateAssumeRolePolicy", "PutRolePermissionsBoundary", "PutRolePolicy", "PutRolePolicy", "AttachRolePolicy",
                "DetachRolePolicy", "DeleteRolePolicy", "UntagRole", "TagRole", "UpdateRole", "UpdateIdentityPool",
            ],
            scene.Account.Changes);
        Assert.Empty(scene.Account.Warnings);
        scene.Account.Sandbox.ClearCalls();
        await scene.RunAsync(scene.Plan(Only(scene.Edit), scene.Replacement));
        Assert.DoesNotContain(scene.Account.Changes, operation => operation != "UpdateIdentityPool");
        Assert.Empty(scene.Account.Warnings);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_lost_answer_is_settled_by_reading(string operation)
    {
        scene.Account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = operation,
            Kind = SandboxFaultKind.ConnectionReset,
            AfterApply = true,
        });

        await scene.RunAsync(scene.Plan());

        Assert.Equal(scene.Expected, await scene.SnapshotAsync());
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_request_that_never_arrived_undoes_what_went_before(string operation)
    {
        var before = await scene.SnapshotAsync();
        scene.Account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = operation,
            Kind = SandboxFaultKind.ConnectionReset,
        });

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => scene.RunAsync(scene.Plan()));

        Assert.Empty(failure.Leftovers);
        Assert.Equal(before, await scene.SnapshotAsync());
    }

    [Fact]
    public async Task A_later_step_that_is_refused_undoes_every_character()
    {
        var before = await scene.SnapshotAsync();
        Refuse("UpdateIdentityPool");

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => scene.RunAsync(scene.Plan()));

        Assert.Empty(failure.Leftovers);
        Assert.Equal(10, failure.Undone.Count);
        Assert.Equal(before, await scene.SnapshotAsync());
    }

    [Theory]
    [MemberData(nameof(Undoing))]
    public async Task What_cannot_be_undone_is_named_with_the_command_that_restores_it(string operation, string undo)
    {
        Refuse("UpdateIdentityPool");
        scene.Account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = undo,
            AtCall = operation == undo ? 2 : 1,
            Times = int.MaxValue,
            ErrorCode = "AccessDenied",
            StatusCode = 403,
        });

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => scene.RunAsync(Plan(operation)));

        var left = Assert.Single(failure.Leftovers);
        Assert.True(left.IsCertain);
        Assert.Contains($"IAM role '{RoleScene.RoleName}'", left.What, StringComparison.Ordinal);
        Assert.StartsWith($"aws iam {Command(undo)} --role-name {RoleScene.RoleName}", left.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_first_is_replaced_with_a_warning_and_restored_by_an_undo()
    {
        var plan = scene.Plan();
        await ChangeEverythingAsync(Iam);
        var theirs = await scene.SnapshotAsync();
        Refuse("UpdateIdentityPool");

        await Assert.ThrowsAsync<PlanFailedException>(() => scene.RunAsync(plan));

        foreach (var setting in new[]
        {
            "the trust policy of", "the permissions boundary of", "the policy 'changed' of", "the policy 'deleted' of",
            "the tag 'team' of", "the tag 'gone' of", "the description of", "the maximum session duration of",
        })
        {
            Assert.Single(scene.Account.Warnings, warning => warning.StartsWith("Somebody else changed ", StringComparison.Ordinal)
                && warning.Contains(setting, StringComparison.Ordinal));
        }
        Assert.Equal(theirs, await scene.SnapshotAsync());
    }

    [Fact]
    public async Task What_somebody_else_changed_since_stays_when_the_plan_is_undone()
    {
        Refuse("UpdateIdentityPool");
        using var other = scene.Account.Connect();
        using var observation = CallObservation.Observe(
            new Before("UpdateIdentityPool", () => ChangeEverythingAsync(other.Iam(RoleScene.Region))));
        var plan = scene.Plan(
            scene.Edit with { Attach = [], Detach = [], Writes = [.. scene.Edit.Writes.Where(write => write.Document is null)] },
            scene.Replacement);

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => scene.RunAsync(plan));

        Assert.Empty(failure.Leftovers);
        var now = await scene.SnapshotAsync();
        Assert.Contains($"boundary {RoleScene.Managed("new-policy")}", now);
        Assert.Contains("description theirs", now);
        Assert.Contains($"tags {IamRoles.PoolTag}={RoleScene.OtherPool}; gone=theirs; team=theirs", now);
    }

    [Fact]
    public async Task A_description_that_somebody_else_changed_stays_when_only_the_session_changes()
    {
        var edit = new RoleEdit(RoleScene.RoleName, RoleScene.RoleArn)
        {
            Details = new RoleDetailsChange(new RoleDetails("old", 7200), new RoleDetails("old", 3600)),
        };
        await Iam.UpdateRoleAsync(new UpdateRoleRequest
        {
            RoleName = RoleScene.RoleName,
            Description = "theirs",
            MaxSessionDuration = 7200,
        });

        await scene.RunAsync(scene.Plan(edit));

        var now = await scene.SnapshotAsync();
        Assert.Contains("description theirs", now);
        Assert.Contains("session 3600", now);
        Assert.Empty(scene.Account.Warnings);
    }

    [Fact]
    public async Task A_description_and_a_boundary_are_removed()
    {
        var edit = new RoleEdit(RoleScene.RoleName, RoleScene.RoleArn)
        {
            Boundary = new RoleBoundaryChange(RoleScene.Managed("old-edge"), null),
            Details = new RoleDetailsChange(new RoleDetails("old", 7200), new RoleDetails(null, 7200)),
        };

        await scene.RunAsync(scene.Plan(edit));

        var now = await scene.SnapshotAsync();
        Assert.Contains("boundary ", now);
        Assert.Contains("description ", now);
        Assert.Contains("session 7200", now);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_removed_boundary_comes_back_whether_its_answer_was_lost_or_not(bool isLost)
    {
        var before = await scene.SnapshotAsync();
        if (isLost)
        {
            scene.Account.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = "DeleteRolePermissionsBoundary",
                Kind = SandboxFaultKind.ConnectionReset,
                AfterApply = true,
            });
        }
        Refuse("UpdateIdentityPool");
        var edit = new RoleEdit(RoleScene.RoleName, RoleScene.RoleArn)
        {
            Boundary = new RoleBoundaryChange(RoleScene.Managed("old-edge"), null),
        };

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => scene.RunAsync(scene.Plan(edit)));

        Assert.Empty(failure.Leftovers);
        Assert.Equal(["Remove the permissions boundary of IAM role 'clerks'"], failure.Undone);
        Assert.Equal(before, await scene.SnapshotAsync());
    }

    [Fact]
    public async Task The_tags_of_AWS_and_of_the_module_are_left_alone()
    {
        var before = await scene.SnapshotAsync();
        var edit = new RoleEdit(RoleScene.RoleName, RoleScene.RoleArn)
        {
            Tags = new RoleTagsChange(
                RoleScene.Table((IamRoles.PoolTag, RoleScene.OtherPool)),
                RoleScene.Table((IamRoles.PoolTag.ToUpperInvariant(), "x"), ("aws:x", "y")), [IamRoles.PoolTag, "AWS:z"]),
        };

        await scene.RunAsync(scene.Plan(edit));

        Assert.Equal(before, await scene.SnapshotAsync());
        Assert.Equal(["UpdateIdentityPool"], scene.Account.Changes);
    }

    [Fact]
    public async Task A_new_role_is_edited_under_the_name_and_with_the_pool_that_the_run_gives_it()
    {
        var role = NewRole.ForPool(
            AwsPartition.Aws, PoolIdentityType.Guest, "guests-{IdentityPoolUuidStart}", RolePolicyTemplate.Basic.ToJson());
        var edit = new RoleEdit(role.Name, role.Arn)
        {
            Boundary = new RoleBoundaryChange(null, RoleScene.Managed("new-edge")),
            Writes =
            [
                new RolePolicyWrite(
                    "own", null,
                    """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/{IdentityPoolId}/*"}]}"""),
            ],
            Details = new RoleDetailsChange(new RoleDetails(role.Description, 3600), new RoleDetails("own", 7200)),
            Tags = new RoleTagsChange(ReadableTable.Empty, RoleScene.Table(("a", "b")), []),
        };
        var plan = PoolPlanner.Plan(
            new PoolChange(null, scene.Pool with { IdentityPoolId = "", Name = "new", GuestRole = role.Arn, GuestAccess = true })
            {
                NewRoles = [role],
                RoleEdits = [edit],
            });

        var id = await PoolSamples.RunAsync(scene.Account, plan, null);

        var now = await scene.SnapshotAsync($"guests-{PoolIds.Uuid(id)[..8]}");
        Assert.Contains($"boundary {RoleScene.Managed("new-edge")}", now);
        Assert.Contains("description own", now);
        Assert.Contains("session 7200", now);
        Assert.Contains($"tags a=b; {IamRoles.PoolTag}={id}", now);
        Assert.Contains(
            now, line => line.StartsWith("own ", StringComparison.Ordinal) && line.Contains($"/{id}/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_says_what_changes_and_whose_users_lose_the_role()
    {
        var plan = scene.Plan();

        var trust = plan.Steps[0];
        Assert.Equal("Replace the trust policy of IAM role 'clerks'", trust.Description);
        Assert.Equal(
            [
                $"Trust of authenticated users of identity pool {RoleScene.OtherPool}: accepted -> refused",
                $"Trust of authenticated users of identity pool {scene.Pool.IdentityPoolId}: refused -> accepted",
            ],
            trust.Changes);
        Assert.Equal(
            [scene.Trust, scene.NewTrust.Replace("{IdentityPoolId}", scene.Pool.IdentityPoolId, StringComparison.Ordinal)],
            trust.Documents.Select(document => document.Text));
        Assert.Equal(
            [
                "Description: old -> new", "MaxSessionDuration: 7200 -> 3600",
                $"PermissionsBoundary: {RoleScene.Managed("old-edge")} -> {RoleScene.Managed("new-edge")}",
                "Tag added: (none) -> ", "Tag gone: soon -> (none)", "Tag team: old -> new",
            ],
            plan.Steps.Skip(1).Where(step => step.Operation.StartsWith("iam:", StringComparison.Ordinal))
                .SelectMany(step => step.Changes).Order(StringComparer.Ordinal));
        Assert.All(plan.Steps, step => Assert.NotNull(step.Request));
    }

    private static RoleEdit Only(RoleEdit edit) => edit with
    {
        // These two send what they have to without a look.
        Attach = [],
        Detach = [],
        Writes = [.. edit.Writes.Where(write => write.Document is null)],
    };

    private static string Command(string operation) =>
        string.Concat(operation.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}"))
            .ToLowerInvariant();

    private static async Task ChangeEverythingAsync(IAmazonIdentityManagementService iam)
    {
        const string role = RoleScene.RoleName;
        const string theirs = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"sqs:*","Resource":"*"}]}""";
        await iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest
        {
            RoleName = role,
            PolicyDocument =
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}""",
        });
        await iam.PutRolePermissionsBoundaryAsync(new PutRolePermissionsBoundaryRequest
        {
            RoleName = role,
            PermissionsBoundary = RoleScene.Managed("new-policy"),
        });
        foreach (var name in new[] { "changed", "deleted" })
        {
            await iam.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = role, PolicyName = name, PolicyDocument = theirs });
        }
        await iam.TagRoleAsync(new TagRoleRequest
        {
            RoleName = role,
            Tags = [new Tag { Key = "team", Value = "theirs" }, new Tag { Key = "gone", Value = "theirs" }],
        });
        await iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = role, Description = "theirs", MaxSessionDuration = 9000 });
    }

    private PoolPlan Plan(string operation)
    {
        var edit = scene.Edit;
        var blank = new RoleEdit(edit.RoleName, edit.RoleArn);
        return operation switch
        {
            "UpdateAssumeRolePolicy" => scene.Plan(null, scene.Replacement),
            "PutRolePermissionsBoundary" => scene.Plan(blank with { Boundary = edit.Boundary }),
            "DeleteRolePolicy" => scene.Plan(blank with { Writes = [.. edit.Writes.Where(write => write.Document is null)] }),
            "UntagRole" => scene.Plan(blank with { Tags = edit.Tags! with { Set = ReadableTable.Empty } }),
            "TagRole" => scene.Plan(
                blank with { Tags = edit.Tags! with { Remove = [], Set = RoleScene.Table(("added", "x")) } }),
            _ => scene.Plan(blank with { Details = edit.Details }),
        };
    }

    private void Refuse(string operation) => scene.Account.Sandbox.Settings.AddFault(new SandboxFault
    {
        Operation = operation,
        ErrorCode = "InvalidParameterException",
    });

    /// <summary>Acts once, right before the operation is called.</summary>
    private sealed class Before(string operation, Func<Task> act) : ICallObserver
    {
        private bool done;

        public void Calling(AwsCall call)
        {
            if (done || call.Operation != operation)
                return;
            done = true;
            act().GetAwaiter().GetResult();
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay)
        {
        }
    }
}
