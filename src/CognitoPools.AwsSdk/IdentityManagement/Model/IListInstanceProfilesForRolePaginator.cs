using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListInstanceProfilesForRole.</summary>
public interface IListInstanceProfilesForRolePaginator : IPaginator<ListInstanceProfilesForRoleResponse>
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListInstanceProfilesForRoleResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<InstanceProfile> InstanceProfiles { get; }
}
