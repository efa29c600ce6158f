using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class AttributeMappingNoTagSessionCheckTests
{
    private readonly AttributeMappingNoTagSessionCheck check = new();

    private static IdentityPool Mapped(AttributeMappingMode mode) => Tidy with
    {
        Providers = [UserPoolClient with { AttributeMapping = new AttributeMapping(mode, ReadableTable.Empty) }],
    };

    [Fact]
    public void Hit_the_role_does_not_allow_tags()
    {
        var result = Assert.Single(check.Run(With(Mapped(AttributeMappingMode.Default), Users())));

        Assert.Equal($"Set-PoolRole '{PoolId}' Authenticated -RepairTrust", result.Remedy);
        Assert.True(Assert.Single(result.Repair!.Change.TrustEdits).Users[0].PrincipalTags);
    }

    [Fact]
    public void Miss_the_role_allows_tags() => Assert.Empty(check.Run(With(
        Mapped(AttributeMappingMode.Default),
        Users(AuditCase.Trust(Statement().Replace("\"sts:AssumeRoleWithWebIdentity\"", "[\"sts:AssumeRoleWithWebIdentity\", \"sts:TagSession\"]",
            StringComparison.Ordinal))))));

    [Fact]
    public void Near_miss_the_mapping_is_inactive() => Assert.Empty(check.Run(With(Mapped(AttributeMappingMode.Inactive), Users())));

    [Fact]
    public void Near_miss_the_role_refuses_the_pool_altogether() => Assert.Empty(check.Run(With(
        Mapped(AttributeMappingMode.Default), Users(AuditCase.Trust(Statement("unauthenticated"))))));
}
