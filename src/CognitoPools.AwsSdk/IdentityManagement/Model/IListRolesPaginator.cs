using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListRoles.</summary>
public interface IListRolesPaginator : IPaginator<ListRolesResponse>
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListRolesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Role> Roles { get; }
}
